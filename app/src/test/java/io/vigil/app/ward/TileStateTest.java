package io.vigil.app.ward;

import static io.vigil.app.ward.NightWard.ENGLISH;
import static io.vigil.app.ward.NightWard.GERMAN;
import static io.vigil.app.ward.NightWard.IN_CONTACT;
import static io.vigil.app.ward.NightWard.LIMITS;
import static io.vigil.app.ward.NightWard.MMOL;
import static io.vigil.app.ward.NightWard.NOW;
import static io.vigil.app.ward.NightWard.ZONE;
import static io.vigil.app.ward.NightWard.answered;
import static io.vigil.app.ward.NightWard.at;
import static io.vigil.app.ward.NightWard.line;
import static io.vigil.app.ward.NightWard.low;
import static io.vigil.app.ward.NightWard.open;
import static io.vigil.app.ward.NightWard.patient;
import static io.vigil.app.ward.NightWard.recovered;
import static io.vigil.app.ward.NightWard.withoutSensor;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Sparkline.Ground;
import io.vigil.app.ui.TileOrder;
import io.vigil.app.ui.Units;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Trend;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tile says, told at seven past four. */
class TileStateTest {

    private static final GlucoseHistory CALM = line(3, 108, 120, 131, 138, 142, 146, 150);

    @Test
    void a_calm_tile_says_how_much_where_to_how_old() {
        var tile = tile(patient(1, "Byrne, Colm", 6.4, CALM));

        assertThat(tile.tone()).isEqualTo(Tone.CALM);
        assertThat(tile.stripe()).isEqualTo(new Stripe.None());
        assertThat(tile.value()).isEqualTo(new TileValue.Newest("150", Optional.of(Trend.STEADY), ""));
        assertThat(tile.foot()).isEqualTo(new Foot("+1", "in 5 min", "3 min", "old", "", "6.4 d left"));
        assertThat(tile.spoken()).isEqualTo("Bed 01, Byrne, Colm. 150 mg/dL, steady, 3 minutes old. No alarm.");
    }

    // [utest->req~screen.old-is-not-new~1]
    @Test
    void a_value_older_than_ten_minutes_is_marked_and_has_no_arrow() {
        var tile = tile(patient(1, "Byrne, Colm", 6.4, line(11, 108, 120, 131)));

        assertThat(tile.value()).isEqualTo(new TileValue.Newest("131", Optional.empty(), "old"));
        assertThat(tile.ground()).isEqualTo(Ground.STALE);
        assertThat(tile.foot().change()).isEmpty();
        assertThat(tile.spoken()).contains("131 mg/dL, old: 11 minutes. Measure.");
    }

    @Test
    void past_the_signal_loss_limit_no_number_is_shown_whatever_the_agent_says() {
        IntStream.range(20, 400).forEach(minutes -> {
            var tile = tile(patient(1, "Byrne, Colm", 6.4, line(minutes, 108, 120, 131)));

            assertThat(tile.value()).as("%d min", minutes).isInstanceOf(TileValue.Silence.class);
            assertThat(tile.spark().lost()).isTrue();
            assertThat(tile.spoken()).contains("No reading since").doesNotContain("131");
        });
    }

    @Test
    void a_lost_signal_says_since_when_for_how_long_and_what_to_do() {
        var lost = open(3, AlarmKind.SIGNAL_LOST, "03:32", new BySilence(at("03:12")), 20);

        var tile = tile(patient(3, "Nowak, Piotr", 2.1, line(55, 112, 120, 121)), lost);

        assertThat(tile.tone()).isEqualTo(Tone.MEDIUM);
        assertThat(tile.stripe()).isEqualTo(new Stripe.Said(Icon.SIGNAL_LOST, "SIGNAL LOST", "for 55 min"));
        assertThat(tile.value())
                .isEqualTo(new TileValue.Silence("No reading", "since 03:12", "Look at the sensor and its phone"));
        assertThat(tile.foot().remark()).isEqualTo("55 min without a reading");
    }

    @Test
    void a_signal_lost_for_more_than_a_day_is_told_with_its_day_and_nothing_is_drawn_as_known() {
        var lost = open(3, AlarmKind.SIGNAL_LOST, "03:32", new BySilence(at("03:12")), 20);
        var patient = patient(3, "Nowak, Piotr", 2.1, line(55, 112, 120, 121));

        var tile = TileState.of(patient, List.of(lost), NOW.plus(Duration.ofHours(25)), IN_CONTACT, ENGLISH);

        assertThat(tile.value())
                .isEqualTo(new TileValue.Silence("No reading", "since Mon 03:12", "Look at the sensor and its phone"));
        assertThat(tile.spoken()).contains("No reading since Mon 03:12");
        assertThat(tile.spark().lost()).isTrue();
        assertThat(tile.spark().readings()).isEmpty();
    }

    @Test
    void an_answer_of_another_day_is_told_with_its_day() {
        var high = answered(open(9, AlarmKind.HIGH, "03:46", low("03:52", 360), 250), "Katrin Brandt", "04:01");
        var tomorrow = NOW.plus(Duration.ofHours(24));

        var tile = TileState.of(patient(9, "Alvarez, Rosa", 9, CALM), List.of(high), tomorrow, IN_CONTACT, ENGLISH);

        assertThat(tile.stripe())
                .isEqualTo(new Stripe.Said(Icon.ANSWERED, "HIGH 360 > 250", "answered Mon 04:01", "K. Brandt"));
    }

    @Test
    void a_patient_without_any_reading_is_said_to_have_none() {
        var tile = tile(patient(4, "Kowalska, Ewa", 3.3, GlucoseHistory.empty()));

        assertThat(tile.value()).isEqualTo(new TileValue.Silence("No reading", "yet", ""));
        assertThat(tile.foot().remark()).isEqualTo("no reading has come yet");
    }

    @Test
    void beyond_what_the_sensor_measures_a_word_stands_for_the_number() {
        var low = tile(patient(1, "Byrne, Colm", 6.4, CALM.with(new BelowRange(at("04:06")))));
        var high = tile(patient(1, "Byrne, Colm", 6.4, CALM.with(new AboveRange(at("04:06")))));

        assertThat(low.value()).isEqualTo(new TileValue.Newest("LO", Optional.empty(), ""));
        assertThat(low.spoken()).contains("below what the sensor can measure");
        assertThat(high.value()).isEqualTo(new TileValue.Newest("HI", Optional.empty(), ""));
    }

    @Test
    void a_high_alarm_fills_the_tile_and_gives_the_worst_value_against_its_limit() {
        var urgent = open(7, AlarmKind.URGENT_LOW, "04:05", low("04:05", 51), 54);

        var tile = tile(patient(7, "Osei, Margaret", 4.2, line(2, 90, 70, 54)), urgent);

        assertThat(tile.tone()).isEqualTo(Tone.HIGH);
        assertThat(tile.ground()).isEqualTo(Ground.HIGH_ALARM);
        assertThat(tile.stripe()).isEqualTo(new Stripe.Said(Icon.HIGH, "URGENT LOW 51 ≤ 54", "since 04:05"));
        assertThat(tile.spoken()).endsWith("Urgent low 51 ≤ 54, since 04:05.");
    }

    @Test
    void a_high_alarm_that_is_over_but_unanswered_stays_loud_and_says_so() {
        var urgent = recovered(open(7, AlarmKind.URGENT_LOW, "03:02", low("03:04", 49), 54), "03:44");

        var tile = tile(patient(7, "Osei, Margaret", 4.2, CALM), urgent);

        assertThat(tile.tone()).isEqualTo(Tone.HIGH);
        assertThat(tile.stripe()).isEqualTo(new Stripe.Said(Icon.HIGH, "URGENT LOW 49 ≤ 54", "over since 03:44"));
    }

    @Test
    void an_answered_alarm_says_who_and_when() {
        var high = answered(open(9, AlarmKind.HIGH, "03:46", low("03:52", 360), 250), "Katrin Brandt", "04:01");

        var tile = tile(patient(9, "Alvarez, Rosa", 9, line(4, 340, 342, 347)), high);

        assertThat(tile.tone()).isEqualTo(Tone.ANSWERED);
        assertThat(tile.stripe())
                .isEqualTo(new Stripe.Said(Icon.ANSWERED, "HIGH 360 > 250", "answered 04:01", "K. Brandt"));
    }

    @Test
    void one_unanswered_alarm_keeps_the_tile_loud_beside_an_answered_one() {
        var urgent = answered(open(7, AlarmKind.URGENT_LOW, "04:00", low("04:05", 51), 54), "Katrin Brandt", "04:01");
        var lost = open(7, AlarmKind.SIGNAL_LOST, "03:32", new BySilence(at("03:12")), 20);

        var tile = tile(patient(7, "Osei, Margaret", 4.2, line(55, 90, 70, 51)), lost, urgent);

        assertThat(tile.tone()).isEqualTo(Tone.MEDIUM);
        assertThat(tile.stripe()).isEqualTo(new Stripe.Said(Icon.SIGNAL_LOST, "SIGNAL LOST", "for 55 min", "1 more"));
        assertThat(tile.spoken()).contains("Signal lost").contains("Urgent low 51 ≤ 54, answered 04:01");
    }

    @Test
    void a_fall_towards_the_low_limit_is_foretold() {
        var tile = tile(patient(2, "Haddad, Samir", 5.5, line(3, 160, 132, 105)));

        assertThat(tile.tone()).isEqualTo(Tone.FALLING);
        assertThat(tile.stripe()).isEqualTo(new Stripe.Falling("FALLING", "70 in about 16 min"));
        assertThat(tile.toLow())
                .hasValueSatisfying(left -> assertThat(left).isBetween(Duration.ofMinutes(16), Duration.ofMinutes(17)));
    }

    @Test
    void a_fall_that_ends_far_above_the_limit_is_only_an_arrow() {
        var tile = tile(patient(2, "Haddad, Samir", 5.5, line(3, 326, 298, 271)));

        assertThat(tile.tone()).isEqualTo(Tone.CALM);
        assertThat(tile.value()).isEqualTo(new TileValue.Newest("271", Optional.of(Trend.FALLING), ""));
    }

    @Test
    void a_sensor_that_ends_today_is_told_with_the_hour() {
        var tile = tile(patient(5, "Lindqvist, Anna", 2.39 / 24, CALM));

        assertThat(tile.tone()).isEqualTo(Tone.SENSOR_ENDS);
        assertThat(tile.stripe()).isEqualTo(new Stripe.Said(Icon.EXPIRING, "SENSOR EXPIRES", "today 06:30"));
        assertThat(tile.foot().sensor()).isEqualTo("2 h 23 min left");
    }

    @Test
    void a_sensor_that_has_ended_or_is_missing_is_not_passed_over() {
        assertThat(tile(patient(5, "Lindqvist, Anna", -0.1, CALM)).stripe())
                .isEqualTo(new Stripe.Said(Icon.EXPIRING, "SENSOR ENDED", "since 01:43"));
        assertThat(tile(withoutSensor(patient(5, "Lindqvist, Anna", 1, CALM)))
                        .foot()
                        .sensor())
                .isEqualTo("no sensor");
    }

    @Test
    void without_the_agent_no_number_and_no_alarm_of_before_is_shown_as_of_now() {
        var urgent = open(7, AlarmKind.URGENT_LOW, "04:05", low("04:05", 51), 54);
        var lost = new Contact.Lost(NOW, 12);

        var tile = TileState.of(
                patient(7, "Osei, Margaret", 4.2, line(2, 90, 70, 54)), List.of(urgent), NOW, lost, ENGLISH);

        assertThat(tile.tone()).isEqualTo(Tone.UNKNOWN);
        assertThat(tile.stripe()).isEqualTo(new Stripe.None());
        assertThat(tile.value()).isEqualTo(new TileValue.Silence("No reading", "since 04:05", ""));
        assertThat(tile.foot().remark()).isEqualTo("Before: Urgent low, since 04:05");
        assertThat(tile.ground()).isEqualTo(Ground.STALE);
        assertThat(tile.spoken()).doesNotContain("54 mg/dL");
    }

    @Test
    void speaks_mmol_and_german_and_keeps_names_to_itself_where_wanted() {
        var patient = patient(7, "Osei, Margaret", 4.2, CALM);
        var low = open(7, AlarmKind.LOW, "03:53", low("04:04", 61), 70);
        var initials = Manner.of(Units.MG_PER_DL, PatientNames.INITIALS, TileOrder.BY_BED, ZONE, Locale.ENGLISH);

        assertThat(TileState.of(patient, List.of(low), NOW, IN_CONTACT, MMOL).stripe())
                .isEqualTo(new Stripe.Said(Icon.MEDIUM, "LOW 3.4 < 3.9", "since 03:53"));
        assertThat(TileState.of(patient, List.of(low), NOW, IN_CONTACT, GERMAN).stripe())
                .isEqualTo(new Stripe.Said(Icon.MEDIUM, "NIEDRIG 61 < 70", "seit 03:53"));
        assertThat(TileState.of(patient, List.of(low), NOW, IN_CONTACT, initials))
                .satisfies(tile -> assertThat(tile.name()).isEqualTo("O. M."))
                .satisfies(tile -> assertThat(tile.spoken()).doesNotContain("Osei"));
    }

    @Test
    void changes_once_a_minute_and_not_each_second() {
        var patient = patient(1, "Byrne, Colm", 6.4, CALM);
        var start = at("04:08");

        var inOneMinute = IntStream.range(0, 60)
                .mapToObj(second -> TileState.of(patient, List.of(), start.plusSeconds(second), IN_CONTACT, ENGLISH))
                .distinct();

        assertThat(inOneMinute).hasSize(1);
        assertThat(LIMITS.signalLostAfter()).isGreaterThan(TileMaking.OLD_AFTER);
    }

    private static TileState tile(PatientView patient, OpenAlarm... alarms) {
        return TileState.of(patient, List.of(alarms), NOW, IN_CONTACT, ENGLISH);
    }
}
