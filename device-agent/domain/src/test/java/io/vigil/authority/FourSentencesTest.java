package io.vigil.authority;

import static io.vigil.alarm.AlarmKind.HIGH;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.PERSISTENT_HIGH;
import static io.vigil.alarm.AlarmKind.SIGNAL_LOST;
import static io.vigil.alarm.AlarmKind.STORE_FAILING;
import static io.vigil.alarm.AlarmKind.URGENT_LOW;
import static io.vigil.alarm.AlarmKind.VERY_HIGH;
import static io.vigil.authority.NightStory.moment;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.alarm.Finding;
import io.vigil.alarm.OpenAlarm;
import io.vigil.glucose.GlucoseHistory;
import io.vigil.glucose.Reading;
import io.vigil.policy.AlarmPolicy;
import io.vigil.rule.Verdict;
import io.vigil.ward.PatientId;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people who lived with other systems write most about them. None may ever be written about this one. */
class FourSentencesTest {

    private final NightStory night = NightStory.begins("02:55").about(URGENT_LOW, LOW, HIGH, SIGNAL_LOST);

    // [utest->req~alarm.no-silence-without-data~1]
    // [utest->req~alarm.signal-lost~1]
    @Nested
    class It_did_not_ring_because_no_readings_came {

        @Test
        void twenty_minutes_of_silence_ring() {
            night.at("03:00").reads(100);
            night.at("03:20").hearsNothing().tells("signal-lost raised").sounds(SIGNAL_LOST);
        }

        @Test
        void a_sensor_that_never_spoke_rings() {
            night.at("03:15").hearsNothing().sounds(SIGNAL_LOST);
        }

        @Test
        void a_low_rings_on_through_the_silence_and_its_reminders_and_calls_go_on() {
            night.at("03:00").reads(50).sounds(URGENT_LOW, LOW);
            night.at("03:04").hearsNothing().tells("urgent-low escalated");
            night.at("03:05").hearsNothing().tells("urgent-low reannounced");
            night.at("06:00").hearsNothing().sounds(URGENT_LOW, SIGNAL_LOST, LOW);
        }

        @Test
        void the_quiet_after_an_answer_ends_though_no_reading_comes() {
            night.at("03:00").reads(50).isAnswered(URGENT_LOW).isQuiet();
            night.at("03:15").hearsNothing().tells("urgent-low reannounced").sounds(URGENT_LOW);
        }

        @Test
        void a_low_that_was_measured_in_the_silence_rings_when_it_is_known() {
            night.at("03:00").reads(100);
            night.at("04:00").reads(90).isClear();
            night.at("04:01").hearsLateOf("03:30", 50).sounds(URGENT_LOW);
        }

        @Test
        void silence_rings_beside_an_answered_low() {
            night.at("03:00").reads(65).isAnswered(LOW);
            night.at("03:20").hearsNothing().sounds(SIGNAL_LOST, LOW);
        }
    }

    // [utest->req~alarm.quiet-ends~1]
    // [utest->req~alarm.worse-breaks-through~1]
    @Nested
    class It_rang_again_after_i_acknowledged {

        @Test
        void the_same_low_does_not_until_its_quiet_is_over() {
            night.at("03:00").reads(65).isAnswered(LOW);
            for (var time : new String[] {"03:05", "03:10", "03:15", "03:19"}) {
                night.at(time).reads(66).tells().isQuiet();
            }
        }

        @Test
        void a_value_that_hovers_about_the_limit_does_not() {
            night.at("03:00").reads(69).isAnswered(LOW);
            night.at("03:05").reads(71).tells();
            night.at("03:10").reads(69).tells();
            night.at("03:15").reads(74).tells().isQuiet();
        }

        @Test
        void the_low_that_is_left_when_an_urgent_low_climbs_does_not() {
            night.at("03:00").reads(50).isAnswered(URGENT_LOW);
            night.at("03:05").reads(62);
            night.at("03:10")
                    .reads(64)
                    .tells("urgent-low recovered", "urgent-low cleared")
                    .isQuiet();
        }

        @Test
        void a_lesser_alarm_of_the_same_direction_that_rises_meanwhile_does_not() {
            var high = NightStory.begins("02:55").about(VERY_HIGH, PERSISTENT_HIGH, HIGH);
            high.at("03:00").reads(320);
            high.staysAt(320, "04:55").isAnswered(VERY_HIGH);
            high.at("05:05").reads(320);

            assertThat(high.raised(PERSISTENT_HIGH)).hasSize(1);
            high.isOpen(VERY_HIGH, HIGH, PERSISTENT_HIGH).isQuiet();
            assertThat(high.alarm(PERSISTENT_HIGH).state().answer())
                    .as("the answer of then, not one of now")
                    .isEqualTo(high.alarm(VERY_HIGH).state().answer());
        }

        @Test
        void a_restart_of_the_agent_does_not_make_it() {
            night.at("03:00").reads(50).isAnswered(URGENT_LOW).isInterruptedByARestart();
            night.at("03:14").reads(50).tells().isQuiet();
        }

        @Test
        void a_late_reading_of_the_same_excursion_does_not_make_it() {
            night.at("03:00").reads(50).isAnswered(URGENT_LOW);
            night.at("03:05").hearsLateOf("03:02", 45).tells().isQuiet();
        }

        @Test
        void a_worse_one_and_the_opposite_do() {
            night.at("03:00").reads(65).isAnswered(LOW).isQuiet();
            night.at("03:05").reads(54).sounds(URGENT_LOW);
            night.isAnswered(URGENT_LOW).isQuiet();
            night.at("03:10").readsHi().sounds(HIGH);
        }
    }

    // [utest->req~alarm.answer-is-for-one~1]
    @Nested
    class My_acknowledgement_silenced_the_others {

        @Test
        void not_another_kind_of_the_same_patient() {
            night.at("03:00").reads(65);
            night.at("03:20").hearsNothing().isAnswered(SIGNAL_LOST).sounds(LOW);
            night.isAnswered(LOW).isQuiet();
        }

        @Test
        void not_the_greater_of_the_same_direction() {
            night.at("03:00").reads(50).isAnswered(LOW).sounds(URGENT_LOW);
        }

        @Test
        void not_another_patient_nor_the_station() {
            var here = low(new PatientId("bed-07"));
            var there = low(new PatientId("bed-03"));
            var station = SubjectAlarms.ofStation(AlarmPolicy.standard())
                    .found(
                            STORE_FAILING,
                            new Verdict(Finding.PRESENT, new ByStation("The disk is full")),
                            moment("03:00"))
                    .alarms();
            var mine = here.open().getFirst();

            assertThat(answered(here, mine).open().getFirst().state().isAnswered())
                    .isTrue();
            assertThat(answered(there, mine).open()).isEqualTo(there.open());
            assertThat(answered(station, mine).open()).isEqualTo(station.open());
        }

        @Test
        void not_the_next_alarm_of_the_same_kind() {
            night.at("03:00").reads(65);
            var first = night.alarm(LOW);
            night.at("03:05").reads(80).isClear();
            night.at("03:10").reads(65).isAnsweredAsSeen(first).sounds(LOW);
        }

        @Test
        void not_what_came_after_i_had_looked() {
            night.at("03:00").reads(50);
            var seen = night.alarm(URGENT_LOW);
            night.isAnswered(URGENT_LOW);
            night.at("03:15").reads(50).isAnsweredAsSeen(seen).sounds(URGENT_LOW);
        }

        private static SubjectAlarms low(PatientId patient) {
            var reading = new Reading.BelowRange(moment("03:00"));
            return SubjectAlarms.of(patient, AlarmPolicy.standard(), moment("02:55"))
                    .judged(GlucoseHistory.empty().with(reading), moment("03:00"))
                    .alarms();
        }

        private static SubjectAlarms answered(SubjectAlarms alarms, OpenAlarm seen) {
            return alarms.acknowledge(seen.id(), seen.state().announcedAt(), "K. Brandt", "", moment("03:01"))
                    .alarms();
        }
    }

    // [utest->req~alarm.signal-lost~1]
    @Nested
    class The_number_on_the_screen_was_40_minutes_old {

        @Test
        void long_before_it_is_the_lost_signal_stands_beside_it_with_its_age() {
            night.at("03:00").reads(100);
            night.at("03:40").hearsNothing().sounds(SIGNAL_LOST);

            assertThat(night.alarm(SIGNAL_LOST).state().worst()).isEqualTo(new BySilence(moment("03:00")));
        }

        @Test
        void an_old_number_ends_no_alarm_and_raises_none() {
            night.at("03:00").reads(65);
            night.at("03:40").hearsLateOf("03:15", 100).sounds(SIGNAL_LOST, LOW);
        }

        @Test
        void a_number_that_came_late_is_told_with_the_time_it_was_measured() {
            night.at("03:00").reads(100);
            night.at("03:40").hearsLateOf("03:01", 50);

            assertThat(night.alarm(URGENT_LOW).state().worst())
                    .isInstanceOfSatisfying(
                            ByReading.class,
                            worst -> assertThat(Duration.between(worst.reading().at(), moment("03:40")))
                                    .isEqualTo(Duration.ofMinutes(39)));
        }

        @Test
        void nothing_is_known_of_now_from_a_number_of_then() {
            night.at("03:00").reads(100);
            assertThat(GlucoseHistory.empty()
                            .with(night.lastHeard())
                            .latestWithin(Duration.ofMinutes(20), moment("03:40")))
                    .isEmpty();
        }
    }
}
