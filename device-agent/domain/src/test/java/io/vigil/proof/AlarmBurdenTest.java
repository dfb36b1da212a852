package io.vigil.proof;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.RISING_FAST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.proof.Logbook.JO;
import static io.vigil.proof.Logbook.MARGARET;
import static io.vigil.proof.Logbook.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.alarm.AlarmPriority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

// [utest->req~alarm.burden~1]
class AlarmBurdenTest {

    private final Logbook log = new Logbook();

    @Test
    void no_alarm_is_no_burden() {
        var burden = burden("00:00:00", "12:00:00", 4);

        assertThat(burden.alarms()).isZero();
        assertThat(burden.perBedAndDay()).isZero();
        assertThat(burden.medianToAnswer()).isEmpty();
        assertThat(burden.percent(AlarmPriority.HIGH)).isZero();
        assertThat(burden.floods()).isEmpty();
    }

    @Test
    void six_alarms_in_half_a_day_on_four_beds_are_three_a_bed_and_day() {
        raise(JO, LOW, "00:00:00", "02:00:00", "04:00:00", "06:00:00", "08:00:00", "10:00:00");

        var burden = burden("00:00:00", "12:00:00", 4);

        assertThat(burden.perBedAndDay()).isCloseTo(3.0, within(1e-9));
        assertThat(burden.perHour()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void an_alarm_counts_in_the_span_in_which_it_was_raised_and_in_no_other() {
        raise(JO, LOW, "03:59:59", "04:00:00", "04:59:59", "05:00:00");

        assertThat(burden("04:00:00", "05:00:00", 1).alarms()).isEqualTo(2);
    }

    @Test
    void a_reminder_is_no_second_alarm() {
        var alarm = log.isNow("04:00:00").raises(MARGARET, URGENT_LOW, Duration.ZERO);
        log.isNow("04:05:00").reannounces(alarm);
        log.isNow("04:06:00").escalates(alarm, 1);

        assertThat(burden("00:00:00", "12:00:00", 1).alarms()).isEqualTo(1);
    }

    @Test
    void the_mix_of_priorities_is_told_against_the_one_that_is_sought() {
        raise(JO, RISING_FAST, "01:00:00", "02:00:00", "03:00:00", "04:00:00", "05:00:00");
        raise(JO, HIGH, "01:30:00", "02:30:00");
        raise(MARGARET, URGENT_LOW, "01:45:00");

        var burden = burden("00:00:00", "12:00:00", 2);

        assertThat(burden.byPriority())
                .containsEntry(AlarmPriority.LOW, 5)
                .containsEntry(AlarmPriority.MEDIUM, 2)
                .containsEntry(AlarmPriority.HIGH, 1);
        assertThat(burden.percent(AlarmPriority.LOW)).isCloseTo(62.5, within(1e-9));
        assertThat(AlarmBurden.soughtPercent(AlarmPriority.LOW)
                        + AlarmBurden.soughtPercent(AlarmPriority.MEDIUM)
                        + AlarmBurden.soughtPercent(AlarmPriority.HIGH))
                .isEqualTo(100);
        assertThat(burden.byKind().keySet()).containsExactly(RISING_FAST, HIGH, URGENT_LOW);
        assertThat(burden.bySubject().keySet()).containsExactly(JO, MARGARET);
        assertThat(burden.bySubject()).containsEntry(JO, 7);
    }

    @Test
    void times_to_answer_are_told_by_their_middle_and_by_what_nine_in_ten_were_under() {
        // 1, 2, 3 and 10 minutes: the middle lies between 2 and 3, nine tenths 0.7 of the way from 3 to 10
        answerAfter("01:00:00", 1);
        answerAfter("02:00:00", 10);
        answerAfter("03:00:00", 3);
        answerAfter("04:00:00", 2);
        raise(JO, LOW, "05:00:00");

        var burden = burden("00:00:00", "12:00:00", 1);

        assertThat(burden.medianToAnswer()).contains(Duration.ofSeconds(150));
        assertThat(burden.p90ToAnswer()).contains(Duration.ofSeconds(180 + 294));
        assertThat(burden.toAnswer()).hasSize(4).isSorted();
        assertThat(burden.neverAnswered()).isEqualTo(1);
    }

    @Test
    void ten_in_ten_minutes_are_no_flood_and_eleven_are() {
        every(Duration.ofMinutes(1), 10, at("04:00:00"));
        assertThat(burden("00:00:00", "12:00:00", 1).floods()).isEmpty();

        log.raisesAndEnds(JO, LOW, at("04:09:59"));

        // Of 04:00 to 04:08 each minute, 04:09 and 04:09:59: the fifth but last is of 04:06, and gone by 04:16.
        assertThat(burden("00:00:00", "12:00:00", 1).floods())
                .containsExactly(new Flood(at("04:00:00"), at("04:16:00"), 11));
    }

    @Test
    void eleven_in_ten_minutes_and_a_moment_are_no_flood() {
        every(Duration.ofMinutes(1), 11, at("04:00:00"));

        assertThat(burden("00:00:00", "12:00:00", 1).floods()).isEmpty();
    }

    @Test
    void a_flood_lasts_while_five_or_more_come_in_ten_minutes() {
        every(Duration.ofSeconds(30), 12, at("04:00:00")); // to 04:05:30
        every(Duration.ofMinutes(2), 6, at("04:07:00")); // 04:07 to 04:17: never fewer than five
        every(Duration.ofMinutes(9), 3, at("04:40:00"));

        // The fifth but last of the flood is of 04:09, so it ends at 04:19.
        assertThat(burden("00:00:00", "12:00:00", 1).floods())
                .containsExactly(new Flood(at("04:00:00"), at("04:19:00"), 18));
    }

    @Test
    void two_floods_are_two() {
        every(Duration.ofSeconds(30), 11, at("04:00:00"));
        every(Duration.ofSeconds(30), 11, at("06:00:00"));

        assertThat(burden("00:00:00", "12:00:00", 1).floods())
                .extracting(Flood::from)
                .containsExactly(at("04:00:00"), at("06:00:00"));
    }

    @Test
    void three_of_a_kind_in_a_minute_chatter_and_three_of_different_kinds_do_not() {
        raise(JO, LOW, "04:00:00", "04:00:20", "04:00:59", "04:01:19", "04:09:00");
        raise(MARGARET, LOW, "04:00:00", "04:00:30", "04:01:00");
        raise(MARGARET, URGENT_LOW, "04:00:10", "04:00:15");

        assertThat(burden("00:00:00", "12:00:00", 2).chattering())
                .containsExactly(new Chatter(JO, LOW, at("04:00:00"), 4));
    }

    @Test
    void what_is_open_for_more_than_a_day_is_stale_also_when_it_was_raised_before() {
        log.isNow(at("01:00:00").minus(Duration.ofHours(24)));
        log.raises(MARGARET, LOW, Duration.ZERO); // for a day and an hour by two o'clock
        var ended = log.raises(JO, HIGH, Duration.ZERO);
        log.isNow("00:30:00").recovers(ended).clears(ended); // for 23.5 hours
        log.isNow("01:30:00").raises(JO, LOW, Duration.ZERO);

        assertThat(burden("00:00:00", "01:00:00", 2).stale()).isZero();
        assertThat(burden("00:00:00", "02:00:00", 2).stale()).isEqualTo(1);
        assertThat(burden("02:00:00", "03:00:00", 2).alarms()).isZero();
    }

    @Test
    void hours_are_those_of_the_clock_and_an_empty_one_is_told_as_empty() {
        raise(JO, LOW, "01:59:59", "02:00:00", "02:30:00", "04:10:00");

        var hours = CountedSpan.hours(log.tales(), at("02:15:00"), at("05:00:00"), ZoneOffset.UTC);

        assertThat(hours)
                .containsExactly(
                        new CountedSpan(at("02:00:00"), at("03:00:00"), 2),
                        new CountedSpan(at("03:00:00"), at("04:00:00"), 0),
                        new CountedSpan(at("04:00:00"), at("05:00:00"), 1));
    }

    @Test
    void the_day_on_which_the_clock_is_set_has_an_hour_less_and_no_alarm_is_lost_on_it() {
        var berlin = ZoneId.of("Europe/Berlin");
        var midnight = Instant.parse("2026-03-28T23:00:00Z"); // the 29th, of 23 hours
        IntStream.range(0, 47).forEach(hour -> log.raisesAndEnds(JO, LOW, midnight.plus(Duration.ofHours(hour))));

        var days = CountedSpan.days(log.tales(), midnight, midnight.plus(Duration.ofHours(47)), berlin);
        var hours = CountedSpan.hours(log.tales(), midnight, midnight.plus(Duration.ofHours(47)), berlin);

        assertThat(days).extracting(CountedSpan::alarms).containsExactly(23, 24);
        assertThat(hours).hasSize(47).allMatch(hour -> hour.alarms() == 1);
    }

    private void raise(io.vigil.ward.PatientId patient, io.vigil.alarm.AlarmKind kind, String... times) {
        for (var time : times) {
            log.raisesAndEnds(patient, kind, at(time));
        }
    }

    private void every(Duration step, int count, Instant from) {
        IntStream.range(0, count).forEach(i -> log.raisesAndEnds(JO, LOW, from.plus(step.multipliedBy(i))));
    }

    private void answerAfter(String time, int minutes) {
        var alarm = log.isNow(time).raises(MARGARET, LOW, Duration.ZERO);
        log.isNow(at(time).plus(Duration.ofMinutes(minutes)))
                .answers(alarm, "K. Brandt", "")
                .recovers(alarm)
                .clears(alarm);
    }

    private AlarmBurden burden(String from, String to, int beds) {
        return AlarmBurden.of(log.tales(), at(from), at(to), beds);
    }
}
