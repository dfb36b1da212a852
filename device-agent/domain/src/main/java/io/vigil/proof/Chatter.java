package io.vigil.proof;

import io.vigil.alarm.AlarmKind;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One kind of alarm of one subject that comes and goes (ISA-18.2): three or more in a minute.
 *
 * @param from when the first of them was raised
 * @param alarms how many, until a minute held fewer than three
 */
public record Chatter(Subject subject, AlarmKind kind, Instant from, int alarms) {

    public static final Duration WINDOW = Duration.ofMinutes(1);
    public static final int FROM = 3;

    private record Voice(Subject subject, AlarmKind kind) {}

    /** The earliest first. */
    static List<Chatter> in(List<AlarmTale> tales) {
        Map<Voice, List<Instant>> voices = tales.stream()
                .collect(Collectors.groupingBy(
                        tale -> new Voice(tale.id().subject(), tale.id().kind()),
                        Collectors.mapping(tale -> tale.id().raisedAt(), Collectors.toList())));
        return voices.entrySet().stream()
                .flatMap(voice ->
                        in(voice.getKey(), voice.getValue().stream().sorted().toList()).stream())
                .sorted(Comparator.comparing(Chatter::from)
                        .thenComparing(chatter -> chatter.subject().key())
                        .thenComparing(Chatter::kind))
                .toList();
    }

    private static List<Chatter> in(Voice voice, List<Instant> raised) {
        var found = new ArrayList<Chatter>();
        var first = 0;
        while (first + FROM <= raised.size()) {
            var last = first + FROM - 1;
            if (!isWithin(raised, first, last)) {
                first++;
                continue;
            }
            while (last + 1 < raised.size() && isWithin(raised, last + 2 - FROM, last + 1)) {
                last++;
            }
            found.add(new Chatter(voice.subject(), voice.kind(), raised.get(first), last - first + 1));
            first = last + 1;
        }
        return found;
    }

    private static boolean isWithin(List<Instant> raised, int first, int last) {
        return raised.get(first).plus(WINDOW).isAfter(raised.get(last));
    }
}
