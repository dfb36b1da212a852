package io.vigil.ward;

import io.vigil.ward.SensorReport.Fact;
import io.vigil.ward.SensorReport.Fact.Battery;
import io.vigil.ward.SensorReport.Fact.CalibrationDue;
import io.vigil.ward.SensorReport.Fact.ClockAhead;
import io.vigil.ward.SensorReport.Fact.Faulty;
import io.vigil.ward.SensorReport.Fact.Runs;
import io.vigil.ward.SensorReport.Fact.Stopped;
import io.vigil.ward.SensorReport.Fact.WarmsUp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is known of the sensor a patient wears: its session, and the newest report of each fact. Immutable.
 *
 * <p>Reports belong to one life of one sensor. Once a session is known, what another says is passed over, so that the last
 * words of the old sensor are not taken for those of the new.
 */
public record KnownSensor(Optional<SensorSession> session, Map<Class<? extends Fact>, SensorReport> newest) {

    /** Nothing is known but what it measures. */
    public static final KnownSensor NONE = new KnownSensor(Optional.empty(), Map.of());

    /** Of what was said in one moment the more serious counts. */
    private static final Comparator<SensorReport> LATER =
            Comparator.comparing(SensorReport::at).thenComparingInt(report -> seriousness(report.fact()));

    public KnownSensor {
        newest = Map.copyOf(newest);
    }

    /** A fact, and when it was last said. */
    public record Said<F extends Fact>(F fact, Instant at) {}

    /** From now on this one is worn, unless one that began later is known already. */
    public KnownSensor wearing(SensorSession begun) {
        if (session.filter(worn -> worn.startedAt().isAfter(begun.startedAt())).isPresent()) {
            return this;
        }
        var its = new HashMap<>(newest);
        its.values().removeIf(Predicate.not(report -> isOf(report, begun)));
        return new KnownSensor(Optional.of(begun), its);
    }

    /** In any order: of each fact the newest counts. */
    public KnownSensor saying(SensorReport report) {
        if (session.filter(worn -> !isOf(report, worn)).isPresent()) {
            return this;
        }
        var reports = new HashMap<>(newest);
        reports.merge(
                report.fact().getClass(), report, (known, told) -> told.at().isAfter(known.at()) ? told : known);
        return new KnownSensor(session, reports);
    }

    /** The newest of that fact, even when a later one of another kind has overtaken it. */
    public <F extends Fact> Optional<Said<F>> said(Class<F> fact) {
        return Optional.ofNullable(newest.get(fact)).map(report -> new Said<>(fact.cast(report.fact()), report.at()));
    }

    /** That fact, if it is what the sensor last said of how it runs. */
    public <F extends Fact> Optional<Said<F>> says(Class<F> fact) {
        return newest.values().stream()
                .filter(report -> isOfRunning(report.fact()))
                .max(LATER)
                .filter(last -> fact.isInstance(last.fact()))
                .flatMap(_ -> said(fact));
    }

    private static boolean isOf(SensorReport report, SensorSession session) {
        return report.source().equals(session.source()) && report.session().equals(session.session());
    }

    private static boolean isOfRunning(Fact fact) {
        return switch (fact) {
            case Runs _, WarmsUp _, Faulty _, Stopped _ -> true;
            case Battery _, CalibrationDue _, ClockAhead _ -> false;
        };
    }

    private static int seriousness(Fact fact) {
        return switch (fact) {
            case Battery _, CalibrationDue _, ClockAhead _ -> 0;
            case Runs _ -> 1;
            case WarmsUp _ -> 2;
            case Stopped _ -> 3;
            case Faulty _ -> 4;
        };
    }
}
