package io.vigil.app.ui;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

// [utest->req~screen.times-are-the-wards~1]
class TimesTest {

    private static final Instant NIGHT = Instant.parse("2022-05-16T09:07:12Z");

    private final Times chicago = new Times(ZoneId.of("America/Chicago"), Locale.ENGLISH);
    private final Times berlin = new Times(ZoneId.of("Europe/Berlin"), Locale.GERMANY);

    @Test
    void times_of_day_are_the_stations() {
        assertThat(chicago.timeOfDay(NIGHT)).isEqualTo("04:07");
        assertThat(chicago.timeOfDayToTheSecond(NIGHT)).isEqualTo("04:07:12");
        assertThat(berlin.timeOfDay(NIGHT)).isEqualTo("11:07");
        assertThat(chicago.offset(NIGHT)).isEqualTo("UTC−5");
        assertThat(new Times(ZoneId.of("Asia/Kolkata"), Locale.ENGLISH).offset(NIGHT))
                .isEqualTo("UTC+5:30");
    }

    @Test
    void another_day_is_named() {
        assertThat(chicago.timeOrDay(NIGHT, NIGHT)).isEqualTo("04:07");
        assertThat(chicago.timeOrDay(NIGHT.minus(ofHours(6)), NIGHT)).isEqualTo("Sun 15 May 22:07");
    }

    @Test
    void what_began_on_another_day_is_told_in_few_words_and_never_as_if_today() {
        assertThat(chicago.timeOrWeekday(NIGHT, NIGHT)).isEqualTo("04:07");
        assertThat(chicago.timeOrWeekday(NIGHT.minus(ofHours(5)), NIGHT)).isEqualTo("Sun 23:07");
        assertThat(chicago.timeOrWeekday(NIGHT.minus(ofDays(6)), NIGHT)).isEqualTo("Tue 04:07");
        assertThat(chicago.timeOrWeekday(NIGHT.minus(ofDays(7)), NIGHT)).isEqualTo("9 May");
        assertThat(berlin.timeOrWeekday(NIGHT.minus(ofHours(26)), NIGHT)).isEqualTo("So. 09:07");
        assertThat(berlin.timeOrWeekday(NIGHT.minus(ofDays(8)), NIGHT)).isEqualTo("8. Mai");
    }

    @Test
    void dates_follow_the_language() {
        assertThat(chicago.day(NIGHT)).isEqualTo("Mon 16 May");
        assertThat(berlin.day(NIGHT)).isEqualTo("Mo. 16. Mai");
        assertThat(chicago.date(LocalDate.of(1958, 2, 3))).isEqualTo("3 Feb 1958");
        assertThat(berlin.date(LocalDate.of(1958, 2, 3))).isEqualTo("3. Feb. 1958");
    }

    @Test
    void a_begun_minute_does_not_count_in_an_age() {
        assertThat(chicago.span(ofSeconds(59))).isEqualTo("0 min");
        assertThat(chicago.span(ofMinutes(55))).isEqualTo("55 min");
        assertThat(chicago.span(ofMinutes(143))).isEqualTo("2 h 23 min");
        assertThat(chicago.span(ofHours(3))).isEqualTo("3 h");
        assertThat(chicago.span(ofHours(76))).isEqualTo("3 d 4 h");
    }

    @Test
    void what_is_left_is_never_rounded_up() {
        assertThat(chicago.left(ofDays(4).plus(ofHours(7)))).isEqualTo("4.2 d");
        assertThat(berlin.left(ofDays(4).plus(ofHours(7)))).isEqualTo("4,2 d");
        assertThat(chicago.left(ofMinutes(143))).isEqualTo("2 h 23 min");
    }

    @Test
    void a_countdown_ends_at_nought_and_not_before() {
        assertThat(chicago.countdown(ofMinutes(2))).isEqualTo("2:00");
        assertThat(chicago.countdown(ofSeconds(102))).isEqualTo("1:42");
        assertThat(chicago.countdown(ofMillis(1))).isEqualTo("0:01");
        assertThat(chicago.countdown(ofSeconds(-5))).isEqualTo("0:00");
    }

    @Test
    void the_night_shift_begins_the_evening_before() {
        var zone = ZoneId.of("America/Chicago");

        assertThat(Shift.at(LocalTime.of(6, 29))).isEqualTo(Shift.NIGHT);
        assertThat(Shift.at(LocalTime.of(6, 30))).isEqualTo(Shift.EARLY);
        assertThat(Shift.at(LocalTime.of(14, 30))).isEqualTo(Shift.LATE);
        assertThat(Shift.at(LocalTime.of(22, 30))).isEqualTo(Shift.NIGHT);
        assertThat(Shift.began(NIGHT, zone)).isEqualTo(Instant.parse("2022-05-16T03:30:00Z"));
        assertThat(Shift.NIGHT.ends()).isEqualTo(Shift.EARLY.begins());
    }
}
