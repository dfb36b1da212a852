package io.vigil.proof;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmPriority;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the alarms of a span asked of the ward's people, counted as ISA-18.2 and EEMUA 191 count. An alarm counts once, when
 * it is raised; that it reminds or is escalated makes it no second one.
 *
 * @param beds over which the span's alarms are divided
 * @param alarms raised in the span
 * @param stale how many were open for more than a day, raised in the span or before
 * @param byPriority every priority, also where there was none
 * @param byKind from the most frequent on
 * @param bySubject from the one with the most on
 * @param toAnswer how long each alarm of the span that was answered waited for that, the shortest first
 * @param neverAnswered how many of the span ended without an answer
 */
// [impl->req~alarm.burden~1]
public record AlarmBurden(
        Instant from,
        Instant to,
        int beds,
        int alarms,
        List<Flood> floods,
        List<Chatter> chattering,
        int stale,
        Map<AlarmPriority, Integer> byPriority,
        Map<AlarmKind, Integer> byKind,
        Map<Subject, Integer> bySubject,
        List<Duration> toAnswer,
        int neverAnswered) {

    public static final Duration STALE_AFTER = Duration.ofHours(24);

    /** An operator can manage so many in an hour, and at most twice as many (ISA-18.2). */
    public static final int MANAGEABLE_AN_HOUR = 6;

    /** A day of this length has them all: a longer span is counted in days, a shorter one as a part of one. */
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /**
     * Counts.
     *
     * @param tales of the span, and of before it where an alarm of then was still open in it
     * @param beds that were watched, at least one
     */
    public static AlarmBurden of(Collection<AlarmTale> tales, Instant from, Instant to, int beds) {
        var raised = tales.stream()
                .filter(tale -> !tale.id().raisedAt().isBefore(from)
                        && tale.id().raisedAt().isBefore(to))
                .toList();
        return new AlarmBurden(
                from,
                to,
                Math.max(1, beds),
                raised.size(),
                Flood.in(raised.stream()
                        .map(tale -> tale.id().raisedAt())
                        .sorted()
                        .toList()),
                Chatter.in(raised),
                (int) tales.stream().filter(tale -> isStale(tale, from, to)).count(),
                byPriority(raised),
                ranked(raised, tale -> tale.id().kind(), Comparator.naturalOrder()),
                ranked(raised, tale -> tale.id().subject(), Comparator.comparing(Subject::key)),
                raised.stream()
                        .flatMap(tale -> tale.answeredAfter().stream())
                        .sorted()
                        .toList(),
                (int) raised.stream().filter(AlarmTale::isNeverAnswered).count());
    }

    /** What share of all alarms each priority should have, in percent (ISA-18.2: 80, 15 and 5). */
    public static int soughtPercent(AlarmPriority priority) {
        return switch (priority) {
            case LOW -> 80;
            case MEDIUM -> 15;
            case HIGH -> 5;
        };
    }

    public double perBedAndDay() {
        return days() == 0 ? 0 : alarms / days() / beds;
    }

    public double perHour() {
        return days() == 0 ? 0 : alarms / days() / 24;
    }

    /** In percent; 0 where there was no alarm. */
    public double percent(AlarmPriority priority) {
        return alarms == 0 ? 0 : 100.0 * byPriority.getOrDefault(priority, 0) / alarms;
    }

    /** The time within which half of the answered ones were answered. */
    public Optional<Duration> medianToAnswer() {
        return quantile(0.5);
    }

    /** The time within which nine of ten of the answered ones were answered. */
    public Optional<Duration> p90ToAnswer() {
        return quantile(0.9);
    }

    /** Between two values in proportion, as reports of glucose do (type 7). */
    private Optional<Duration> quantile(double share) {
        if (toAnswer.isEmpty()) {
            return Optional.empty();
        }
        var place = share * (toAnswer.size() - 1);
        var below = toAnswer.get((int) Math.floor(place));
        var above = toAnswer.get((int) Math.ceil(place));
        var between = above.minus(below).toNanos() * (place - Math.floor(place));
        return Optional.of(below.plusNanos(Math.round(between)));
    }

    private double days() {
        return Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
    }

    /** Open for more than a day by the end of the span, and not over before it began. */
    private static boolean isStale(AlarmTale tale, Instant from, Instant to) {
        var raisedAt = tale.id().raisedAt();
        var end = tale.clearedAt().filter(cleared -> cleared.isBefore(to)).orElse(to);
        return raisedAt.isBefore(to)
                && !end.isBefore(from)
                && Duration.between(raisedAt, end).compareTo(STALE_AFTER) > 0;
    }

    private static Map<AlarmPriority, Integer> byPriority(List<AlarmTale> raised) {
        Map<AlarmPriority, Integer> counts = new EnumMap<>(AlarmPriority.class);
        for (var priority : AlarmPriority.values()) {
            counts.put(priority, 0);
        }
        raised.forEach(tale -> counts.merge(tale.id().kind().priority(), 1, Integer::sum));
        return Map.copyOf(counts);
    }

    private static <T> Map<T, Integer> ranked(
            List<AlarmTale> raised, Function<AlarmTale, T> of, Comparator<? super T> whereEqual) {
        var counts = raised.stream().collect(Collectors.toMap(of, _ -> 1, Integer::sum));
        var ranked = new LinkedHashMap<T, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<T, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(whereEqual)))
                .forEach(count -> ranked.put(count.getKey(), count.getValue()));
        return java.util.Collections.unmodifiableMap(ranked);
    }
}
