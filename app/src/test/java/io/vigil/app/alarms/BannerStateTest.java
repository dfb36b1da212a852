package io.vigil.app.alarms;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Shelf;
import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.app.alarms.BannerState.Calm;
import io.vigil.app.alarms.BannerState.Waiting;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BannerStateTest {

    private static final PatientId MARGARET = new PatientId("p-07");
    private static final PatientId JO = new PatientId("p-11");

    private final InMemoryAgentLink link = InMemoryAgentLink.at(Instant.parse("2022-05-16T04:00:00Z"))
            .isCalled(new StationFacts("st", "Ward 4B", "Station 2", ZoneOffset.UTC, "1.0.0"))
            .admits(new Patient(MARGARET, "Bed 07", "Osei, Margaret", LocalDate.of(1958, 2, 3), "", ""))
            .admits(new Patient(JO, "Bed 11", "Whitfield, Jo", LocalDate.of(1970, 1, 1), "", ""));

    @Test
    void nothing_stands_there_while_nothing_needs_a_person() {
        assertThat(banner()).isEqualTo(new Calm());
    }

    // [utest->req~screen.never-colour-alone~1]
    @Test
    void the_worst_value_stands_against_the_limit_of_that_alarm() {
        raise(MARGARET, URGENT_LOW, 51, 54);
        link.passes(Duration.ofMinutes(2));

        var shown = waiting();
        assertThat(shown.priorityWord()).isEqualTo("HIGH");
        assertThat(shown.name()).isEqualTo("Urgent low");
        assertThat(shown.worst().text()).isEqualTo("51 ≤ 54");
        assertThat(shown.who()).isEqualTo("Bed 07 · Osei, Margaret");
        assertThat(shown.story()).isEqualTo("since 04:00 · 2 min · nobody has answered");
        assertThat(shown.more()).isEmpty();
    }

    @Test
    void a_high_alarm_stands_before_an_older_medium_one_and_the_others_are_counted() {
        raise(JO, LOW, 61, 70);
        link.passes(Duration.ofMinutes(5));
        raise(MARGARET, HIGH, 260, 250);
        raise(MARGARET, URGENT_LOW, 51, 54);

        assertThat(waiting().id().kind()).isEqualTo(URGENT_LOW);
        assertThat(waiting().more()).isEqualTo("2 more open");
    }

    @Test
    void what_is_answered_makes_room_for_what_is_not() {
        raise(JO, LOW, 61, 70);
        var urgent = raise(MARGARET, URGENT_LOW, 51, 54);

        link.answers(urgent, "K. Brandt");

        assertThat(waiting().id().kind()).isEqualTo(LOW);
        assertThat(waiting().more()).isEmpty();
    }

    @Test
    void an_urgent_low_that_is_over_stays_until_somebody_answers() {
        var urgent = raise(MARGARET, URGENT_LOW, 51, 54);
        link.passes(Duration.ofMinutes(9));
        link.recovers(urgent);

        assertThat(waiting().story()).isEqualTo("since 04:00 · 9 min · recovered 04:09 · nobody has answered");
    }

    @Test
    void silence_has_no_number() {
        link.raises(JO, SIGNAL_LOST, new Evidence.BySilence(Instant.parse("2022-05-16T03:12:00Z")), 20);

        assertThat(waiting().worst().text()).isEqualTo("No reading since 03:12");
    }

    @Test
    void silence_of_more_than_a_day_is_told_with_its_day() {
        link.raises(JO, SIGNAL_LOST, new Evidence.BySilence(Instant.parse("2022-05-16T03:12:00Z")), 20);

        link.passes(Duration.ofHours(26));

        assertThat(waiting().worst().text()).isEqualTo("No reading since Mon 03:12");
        assertThat(waiting().story()).startsWith("since Mon 04:00 · 1 d 2 h");
    }

    @Test
    void a_sensor_that_says_low_is_a_word() {
        link.raises(JO, URGENT_LOW, new BelowRange(link.clock().instant()), 54);

        assertThat(waiting().worst().text()).isEqualTo("LO ≤ 54");
    }

    // [utest->req~screen.rounding-never-misleads~1]
    @Test
    void rounding_never_makes_an_alarm_look_wrong() {
        raise(JO, LOW, 69.6, 70);

        assertThat(waiting().worst().text()).isEqualTo("69.6 < 70");
        assertThat(((Waiting) banner(Units.MMOL_PER_L, PatientNames.FULL, Locale.GERMANY))
                        .worst()
                        .text())
                .isEqualTo("3,86 < 3,89");
    }

    @Test
    void the_stations_own_alarms_say_so() {
        link.raises(Station.THIS, STORE_FAILING, new Evidence.ByStation("The disk refuses to write"), 0);

        assertThat(waiting().who()).isEqualTo("This station");
        assertThat(waiting().worst().text()).isEqualTo("The disk refuses to write");
    }

    @Test
    void initials_hide_the_name_and_never_the_bed() {
        raise(MARGARET, URGENT_LOW, 51, 54);

        assertThat(((Waiting) banner(Units.MG_PER_DL, PatientNames.INITIALS, Locale.ENGLISH)).who())
                .isEqualTo("Bed 07 · O. M.");
    }

    @Test
    void all_of_it_can_be_heard_in_one_sentence() {
        raise(MARGARET, URGENT_LOW, 51, 54);

        assertThat(waiting().sentence())
                .isEqualTo(
                        "HIGH, Urgent low, 51 ≤ 54. Bed 07 · Osei, Margaret. since 04:00 · 0 min · nobody has answered.");
    }

    // [utest->req~sound.most-urgent-at-once~1]
    @Test
    void the_tone_is_that_of_the_worst_that_nobody_has_answered_or_paused() {
        raise(JO, LOW, 61, 70);
        assertThat(signals().sounding()).contains(Call.atTheBedside(AlarmPriority.MEDIUM));

        link.passes(Duration.ofSeconds(1));
        link.isPaused(link.clock().instant().plus(Duration.ofMinutes(2)), "Ward screen");
        assertThat(signals().sounding()).isEmpty();
        assertThat(signals().unanswered()).hasSize(1);

        link.passes(Duration.ofSeconds(1));
        var urgent = raise(MARGARET, URGENT_LOW, 51, 54);
        assertThat(signals().sounding()).contains(Call.atTheBedside(AlarmPriority.HIGH));

        link.answers(urgent, "K. Brandt");
        assertThat(signals().sounding()).isEmpty();

        link.passes(Duration.ofMinutes(2));
        assertThat(signals().sounding()).contains(Call.atTheBedside(AlarmPriority.MEDIUM));
    }

    // [utest->req~alarm.rung-is-told~1]
    @Test
    void how_far_the_call_went_is_said_in_words() {
        var urgent = raise(MARGARET, URGENT_LOW, 51, 54);
        link.passes(Duration.ofMinutes(4));
        assertThat(waiting().story()).endsWith("nobody has answered");

        link.escalates(urgent, 1);

        assertThat(waiting().story()).isEqualTo("since 04:00 · 4 min · Call 2: nobody has answered for 4 min");
        assertThat(signals().sounding()).contains(new Call(AlarmPriority.HIGH, 1));
    }

    @Test
    void a_high_call_at_the_bedside_is_heard_before_a_medium_one_that_went_up() {
        var low = raise(JO, LOW, 61, 70);
        link.passes(Duration.ofMinutes(20));
        link.escalates(low, 2);
        raise(MARGARET, URGENT_LOW, 51, 54);

        assertThat(signals().sounding()).contains(Call.atTheBedside(AlarmPriority.HIGH));
    }

    // [utest->req~alarm.others-take-turns~1]
    @Test
    void the_others_are_told_in_turn_beside_the_worst_which_keeps_its_place() {
        raise(JO, LOW, 61, 70);
        raise(MARGARET, URGENT_LOW, 51, 54);
        raise(JO, HIGH, 260, 250);

        assertThat(waiting().id().kind()).isEqualTo(URGENT_LOW);
        assertThat(waiting().others())
                .containsExactlyInAnyOrder(
                        "Low 61 < 70 · Bed 11 · Whitfield, Jo", "High 260 > 250 · Bed 11 · Whitfield, Jo");
    }

    @Test
    void what_is_put_aside_is_counted_and_does_not_stand_in_the_banner() {
        raise(JO, LOW, 61, 70);
        raise(MARGARET, URGENT_LOW, 51, 54);

        link.isPutAside(new Shelf(
                JO,
                LOW,
                "K. Brandt",
                "in surgery",
                link.clock().instant(),
                link.clock().instant().plus(Duration.ofHours(1))));

        assertThat(waiting().more()).isEqualTo("1 put aside");
        assertThat(waiting().others()).isEmpty();
    }

    @Test
    void a_paused_sound_is_seen_where_the_alarm_stands() {
        raise(MARGARET, URGENT_LOW, 51, 54);
        assertThat(waiting().isPaused()).isFalse();

        link.passes(Duration.ofSeconds(1));
        link.isPaused(link.clock().instant().plus(Duration.ofMinutes(2)), "Ward screen");

        assertThat(waiting().isPaused()).isTrue();
    }

    @Test
    void the_worst_of_every_kind_stands_beside_its_own_limit() {
        var now = link.clock().instant();
        link.raises(
                JO, AlarmKind.PERSISTENT_HIGH, new Evidence.ByReading(new Measured(now, Glucose.mgPerDl(268))), 120);
        assertThat(waiting().worst().text()).isEqualTo("268 for over 2 h");

        link.raises(Station.THIS, AlarmKind.NO_SCREEN, new Evidence.ByAmount(45), 30);
        assertThat(waiting().worst().text()).isEqualTo("45 s > 30 s");
    }

    private AlarmId raise(PatientId patient, AlarmKind kind, double mgPerDl, int limit) {
        return link.raises(patient, kind, new Measured(link.clock().instant(), Glucose.mgPerDl(mgPerDl)), limit);
    }

    private Waiting waiting() {
        return (Waiting) banner();
    }

    private BannerState banner() {
        return banner(Units.MG_PER_DL, PatientNames.FULL, Locale.ENGLISH);
    }

    private BannerState banner(Units units, PatientNames names, Locale locale) {
        var times = new Times(ZoneOffset.UTC, locale);
        return BannerState.of(
                link.view(),
                signals(),
                link.clock().instant(),
                AlarmWords.of(units, times),
                names,
                Texts.of(BannerState.class, locale));
    }

    private Signals signals() {
        return Signals.of(link.view(), link.clock().instant());
    }
}
