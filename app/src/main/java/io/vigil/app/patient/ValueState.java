package io.vigil.app.patient;

import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.Condition;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.glucose.GlucoseChange;
import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The newest value, or what there is instead of one. */
sealed interface ValueState {

    /** Older than this a number is told as old (ground rules of the screens). */
    Duration OLD_AFTER = Duration.ofMinutes(10);

    /** In which voice a value is told. */
    enum Tone {
        CALM,
        MEDIUM,
        HIGH,
        STALE
    }

    /**
     * A number, or HI or LO.
     *
     * @param arrow none where no rate is known
     * @param change since five minutes before, with its sign; empty where it is not known
     * @param ageWord stands behind the age; empty where the word itself is that
     * @param word the range, the open alarm, or why the number is not to be trusted
     * @param range none where the word tells something else
     */
    record Known(
            String number,
            Optional<Arrow> arrow,
            String change,
            String age,
            String ageWord,
            String word,
            Tone tone,
            Optional<GlucoseRange> range)
            implements ValueState {}

    /** Too long ago, or never: no number and no arrow. */
    record Missing(String words, String more) implements ValueState {}

    /**
     * Where glucose is heading.
     *
     * @param steps of 45°: 2 straight up, -2 straight down
     */
    record Arrow(int steps, boolean doubled, String words) {

        static Arrow of(Trend trend, Wording wording) {
            var words = wording.text("trend." + trend.name());
            return switch (trend) {
                case RISING_VERY_FAST -> new Arrow(2, true, words);
                case RISING_FAST -> new Arrow(2, false, words);
                case RISING -> new Arrow(1, false, words);
                case STEADY -> new Arrow(0, false, words);
                case FALLING -> new Arrow(-1, false, words);
                case FALLING_FAST -> new Arrow(-2, false, words);
                case FALLING_VERY_FAST -> new Arrow(-2, true, words);
            };
        }
    }

    /**
     * Of a patient at a moment.
     *
     * @param open the patient's own open alarms, worst first
     */
    static ValueState of(PatientView patient, Contact contact, List<OpenAlarm> open, Instant now, Wording wording) {
        return switch (contact) {
            case Contact.InContact _ -> told(patient, open, now, wording);
            case Contact.Lost _, Contact.NotYet _ -> missing(patient, now, wording, "value.contact");
        };
    }

    private static ValueState told(PatientView patient, List<OpenAlarm> open, Instant now, Wording wording) {
        var limit = patient.limits().signalLostAfter();
        return newest(patient, now)
                .filter(reading -> Duration.between(reading.at(), now).compareTo(limit) < 0)
                .<ValueState>map(reading -> known(patient, reading, open, now, wording))
                .orElseGet(() -> missing(patient, now, wording, "value.lost.more"));
    }

    private static Optional<Reading> newest(PatientView patient, Instant now) {
        return patient.recent().knownAt(now).latest();
    }

    private static Missing missing(PatientView patient, Instant now, Wording wording, String why) {
        return newest(patient, now)
                .map(reading -> new Missing(
                        wording.text("value.lost", wording.times().timeOrWeekday(reading.at(), now)),
                        wording.text(why)))
                .orElseGet(() -> new Missing(wording.text("value.none"), wording.text("value.none.more")));
    }

    private static Known known(
            PatientView patient, Reading reading, List<OpenAlarm> open, Instant now, Wording wording) {
        var age = Duration.between(reading.at(), now);
        var told = wording.times().span(age);
        return age.compareTo(OLD_AFTER) > 0
                ? old(wording.alarms().value(reading), told, wording)
                : fresh(patient, reading, told, open, now, wording);
    }

    private static Known old(String number, String age, Wording wording) {
        var word = wording.text("value.stale");
        return new Known(number, Optional.empty(), "", age, "", word, Tone.STALE, Optional.empty());
    }

    private static Known fresh(
            PatientView patient, Reading reading, String age, List<OpenAlarm> open, Instant now, Wording wording) {
        var arrow = GlucoseRate.of(patient.recent(), now).map(Trend::of).map(trend -> Arrow.of(trend, wording));
        var change = GlucoseChange.of(patient.recent(), now)
                .map(moved -> wording.units().change(moved.mgPerDl(), wording.locale()))
                .orElse("");
        var number = wording.alarms().value(reading);
        var alarm = open.stream().filter(ValueState::isPresent).findFirst();
        if (alarm.isPresent()) {
            var kind = alarm.get().id().kind();
            return new Known(
                    number,
                    arrow,
                    change,
                    age,
                    wording.text("value.age"),
                    wording.alarms().name(kind),
                    tone(kind.priority()),
                    Optional.empty());
        }
        var range = GlucoseRange.of(reading);
        return new Known(
                number,
                arrow,
                change,
                age,
                wording.text("value.age"),
                wording.shared("range", range),
                Tone.CALM,
                Optional.of(range));
    }

    /** One that is over and waits for an answer says nothing of the newest value. */
    private static boolean isPresent(OpenAlarm alarm) {
        return alarm.state().condition() instanceof Condition.Present;
    }

    private static Tone tone(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MEDIUM;
            case LOW -> Tone.CALM;
        };
    }
}
