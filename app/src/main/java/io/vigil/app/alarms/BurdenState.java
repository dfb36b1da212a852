package io.vigil.app.alarms;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.alarms.Gauge.Bar;
import io.vigil.app.alarms.Gauge.Piece;
import io.vigil.proof.AlarmBurden;
import io.vigil.proof.AlarmTale;
import io.vigil.proof.CountedSpan;
import io.vigil.proof.LogCapacity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The burden of alarms, ready to be read.
 *
 * @param mix what share of all alarms each priority has
 * @param facts in a sentence each: where most come from, what chatters, what stands open for long
 */
record BurdenState(List<Gauge> gauges, List<Share> mix, List<String> facts, String log) {

    /**
     * The share of one priority.
     *
     * @param percent of all alarms of the span
     */
    record Share(AlarmPriority priority, double percent, String words) {}

    static final Duration FORTNIGHT = Duration.ofDays(14);

    private static final Pattern BETWEEN_WORDS = Pattern.compile(" ");
    private static final int HOURS_OF_A_SHIFT = 8;
    private static final int SLOWEST_MINUTES = 7;

    /**
     * Counts.
     *
     * @param tales of the last fortnight at least
     */
    static BurdenState of(
            List<AlarmTale> tales,
            StationView station,
            AlarmFilter filter,
            Optional<LogCapacity> log,
            Instant now,
            Wording wording) {
        var taken = tales.stream().filter(filter::takes).toList();
        var beds = filter.of().isPresent() ? 1 : Math.max(1, station.patients().size());
        var from = filter.span().from(now, wording.times().zone());
        var burden = AlarmBurden.of(taken, from, now, beds);
        return new BurdenState(
                List.of(
                        perBedAndDay(taken, beds, now, wording),
                        perHour(taken, burden, filter.span(), now, wording),
                        toAnswer(burden, filter.span(), wording)),
                mix(burden, wording),
                facts(burden, station, wording),
                log.map(held -> log(held, wording)).orElse(""));
    }

    private static Gauge perBedAndDay(List<AlarmTale> tales, int beds, Instant now, Wording wording) {
        var zone = wording.times().zone();
        var days = CountedSpan.days(tales, now.minus(FORTNIGHT.minusDays(1)), now, zone);
        var rates = days.stream().map(day -> (double) day.alarms() / beds).toList();
        var median = median(rates.subList(0, rates.size() - 1));
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < days.size(); i++) {
            var day = days.get(i).from().atZone(zone).getDayOfMonth();
            var isNow = i == days.size() - 1;
            bars.add(new Bar(rates.get(i), i % 2 == 1 ? String.valueOf(day) : "", isNow));
        }
        return new Gauge(
                wording.text("burden.per-bed"),
                Gauge.figure(tenths(rates.get(rates.size() - 2), wording)),
                wording.text("burden.per-bed.words", tenths(median, wording)),
                bars,
                0,
                "");
    }

    private static Gauge perHour(List<AlarmTale> tales, AlarmBurden burden, Span span, Instant now, Wording wording) {
        var zone = wording.times().zone();
        var count = span == Span.SHIFT ? HOURS_OF_A_SHIFT : 24;
        var hours = CountedSpan.hours(tales, now.minus(Duration.ofHours(count - 1)), now, zone);
        var bars = new ArrayList<Bar>();
        for (var i = 0; i < hours.size(); i++) {
            var hour = hours.get(i).from().atZone(zone).getHour();
            var isTold = count == HOURS_OF_A_SHIFT || hour % 3 == 0;
            bars.add(new Bar(hours.get(i).alarms(), isTold ? "%02d".formatted(hour) : "", i == hours.size() - 1));
        }
        var most =
                hours.stream().max(Comparator.comparingInt(CountedSpan::alarms)).orElseThrow();
        var floods = burden.floods();
        return new Gauge(
                wording.text("burden.per-hour", count),
                Gauge.figure(String.valueOf(most.alarms())),
                wording.text(
                                "burden.per-hour.most",
                                wording.times().timeOfDay(most.from()),
                                wording.times().timeOfDay(most.to()))
                        + "\n"
                        + (floods.isEmpty()
                                ? wording.text("burden.no-flood")
                                : wording.text(
                                        "burden.flood",
                                        floods.size(),
                                        wording.times()
                                                .timeOfDay(floods.getLast().from()))),
                bars,
                AlarmBurden.MANAGEABLE_AN_HOUR,
                wording.text("burden.manageable", AlarmBurden.MANAGEABLE_AN_HOUR));
    }

    private static Gauge toAnswer(AlarmBurden burden, Span span, Wording wording) {
        var counts = new int[SLOWEST_MINUTES + 1];
        burden.toAnswer().forEach(time -> counts[(int) Math.min(SLOWEST_MINUTES, time.toMinutes())]++);
        var bars = new ArrayList<Bar>();
        for (var minute = 0; minute <= SLOWEST_MINUTES; minute++) {
            var tick = minute == 0 ? "<1" : minute == SLOWEST_MINUTES ? "≥" + minute : String.valueOf(minute);
            bars.add(new Bar(counts[minute], tick, false));
        }
        var p90 = burden.p90ToAnswer().map(wording::delay).orElse("–");
        return new Gauge(
                wording.text("burden.answer", wording.choice("span-words", span)),
                burden.medianToAnswer()
                        .map(median -> pieces(wording.delay(median)))
                        .orElseGet(() -> Gauge.figure("–")),
                wording.text("burden.answer.words", p90) + "\n"
                        + wording.text("burden.never", burden.neverAnswered(), burden.alarms()),
                bars,
                0,
                "");
    }

    /** Digits large, units small. */
    private static List<Piece> pieces(String delay) {
        return BETWEEN_WORDS
                .splitAsStream(delay)
                .map(part -> new Piece(part, Character.isDigit(part.charAt(0))))
                .toList();
    }

    private static List<Share> mix(AlarmBurden burden, Wording wording) {
        return List.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW).stream()
                .map(priority -> new Share(
                        priority,
                        burden.percent(priority),
                        wording.text(
                                "mix",
                                wording.alarms().name(priority),
                                Math.round(burden.percent(priority)),
                                AlarmBurden.soughtPercent(priority))))
                .toList();
    }

    private static List<String> facts(AlarmBurden burden, StationView station, Wording wording) {
        var facts = new ArrayList<String>();
        first(burden.byKind())
                .ifPresent(most -> facts.add(wording.text(
                        "fact.kind", wording.alarms().name(most.getKey()), most.getValue(), burden.alarms())));
        first(burden.bySubject())
                .ifPresent(most -> facts.add(wording.text(
                        "fact.bed", wording.who(station, most.getKey()).bed(), most.getValue())));
        facts.add(
                burden.chattering().isEmpty()
                        ? wording.text("fact.no-chatter")
                        : wording.text("fact.chatter", burden.chattering().size()));
        facts.add(burden.stale() == 0 ? wording.text("fact.no-stale") : wording.text("fact.stale", burden.stale()));
        return List.copyOf(facts);
    }

    private static String log(LogCapacity log, Wording wording) {
        return wording.text(
                "log",
                log.kept(),
                wording.times().date(log.since().atZone(wording.times().zone()).toLocalDate()),
                log.more());
    }

    private static <K> Optional<Map.Entry<K, Integer>> first(Map<K, Integer> ranked) {
        return ranked.entrySet().stream().findFirst();
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static String tenths(double value, Wording wording) {
        return String.format(wording.times().locale(), "%.1f", value);
    }
}
