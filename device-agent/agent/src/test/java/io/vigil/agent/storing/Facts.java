package io.vigil.agent.storing;

import io.vigil.agent.storing.StationStore.NewEvent;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.Evidence;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Readings and events of a ward, for the stories of the store. */
final class Facts {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final PatientId ANNA = new PatientId("anna");
    static final PatientId BERT = new PatientId("bert");

    private static final Duration EVERY = Duration.ofMinutes(5);

    private Facts() {}

    static ReceivedReading reading(PatientId patient, String session, long ticks, Reading reading) {
        return new ReceivedReading(
                patient,
                new ReadingId("dexcom-g6", session, ticks),
                reading,
                Origin.LIVE,
                60,
                reading.at().plusSeconds(3),
                Duration.ZERO);
    }

    static ReceivedReading reading(PatientId patient, int tick) {
        return reading(patient, "s1", tick, measured(NOON.plus(EVERY.multipliedBy(tick)), 100 + tick % 50));
    }

    /** The first is number {@code from}, the last one before {@code to}; one every five minutes from noon on. */
    static List<ReceivedReading> readings(PatientId patient, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(tick -> reading(patient, tick))
                .toList();
    }

    /** A sensor as sensors are: a walk in whole mg/dL every five minutes, some seconds early or late, now and then a gap. */
    static List<ReceivedReading> walk(PatientId patient, Instant from, int count, Duration every, long seed) {
        var random = new Random(seed);
        var mgPerDl = 120.0;
        var drift = 0.0;
        var received = new ArrayList<ReceivedReading>();
        for (var tick = 0; received.size() < count; tick++) {
            drift = drift * 0.9 + random.nextGaussian() * 1.5 * every.toSeconds() / 300;
            mgPerDl = Math.clamp(mgPerDl + drift + (120 - mgPerDl) * 0.005, 42, 380);
            if (random.nextInt(200) > 0) {
                var at = from.plus(every.multipliedBy(tick)).plusSeconds(random.nextInt(4) == 0 ? 1 : 0);
                received.add(new ReceivedReading(
                        patient,
                        new ReadingId("dexcom-g6", "s" + tick / 2880, tick),
                        measured(at, Math.rint(mgPerDl)),
                        Origin.LIVE,
                        60,
                        at.plusSeconds(2 + random.nextInt(3)),
                        Duration.ZERO));
            }
        }
        return received;
    }

    static Reading measured(Instant at, double mgPerDl) {
        return new Reading.Measured(at, Glucose.mgPerDl(mgPerDl));
    }

    static NewEvent raised(Subject subject, AlarmKind kind, Instant at) {
        return of(changed(subject, kind, at, AlarmStep.RAISED), at);
    }

    static WardEvent changed(Subject subject, AlarmKind kind, Instant at, AlarmStep step) {
        var evidence = new Evidence.ByReading(measured(at, 53));
        return new WardEvent.AlarmChanged(new AlarmChange(
                new AlarmId(subject, kind, at),
                step,
                at,
                evidence,
                55,
                new AlarmState.Open(at, at, new Condition.Present(), evidence, Answer.Nobody.yet(at))));
    }

    static NewEvent of(WardEvent event, Instant at) {
        return new NewEvent(at, event, Optional.empty());
    }

    static NewEvent commanded(String commandId, Instant at) {
        return new NewEvent(at, new WardEvent.SoundPaused(at.plusSeconds(120), "N. Weber"), Optional.of(commandId));
    }

    static Patient patient(PatientId id, String name) {
        return new Patient(id, "Bed 07", name, LocalDate.of(1951, 4, 12), "00471", "Type 1, 22 years");
    }

    static SensorSession sensor(PatientId patient, String session) {
        return new SensorSession(
                patient, "dexcom-g6", session, "8G7K2", "upper arm", NOON, NOON.plus(Duration.ofDays(10)), EVERY);
    }
}
