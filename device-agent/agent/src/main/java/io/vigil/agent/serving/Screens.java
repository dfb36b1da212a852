package io.vigil.agent.serving;

import io.vigil.alarm.AlarmId;
import io.vigil.contract.ScreenBeat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which screens watch now, and what they show: who has not been heard for three seconds watches no more. */
public final class Screens {

    private static final Duration GONE_AFTER = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private final Map<Object, Heard> heard = new ConcurrentHashMap<>();

    private record Heard(ScreenBeat beat, long atNanos) {}

    public Screens() {
        this(System::nanoTime);
    }

    Screens(LongSupplier monotonicNanos) {
        nanos = monotonicNanos;
    }

    public List<ScreenBeat> watching() {
        var now = nanos.getAsLong();
        return heard.values().stream()
                .filter(screen -> now - screen.atNanos() <= GONE_AFTER.toNanos())
                .map(Heard::beat)
                .toList();
    }

    /** Whether a screen that watches has drawn it. */
    public boolean show(AlarmId alarm) {
        return watching().stream()
                .anyMatch(screen ->
                        screen.drawn().stream().anyMatch(drawn -> drawn.alarm().equals(alarm)));
    }

    /** Whether a screen that watches can be heard. */
    public boolean canBeHeard() {
        return watching().stream().anyMatch(ScreenBeat::hasSound);
    }

    /**
     * @param over the connection it came over: two programs may call themselves the same
     */
    void heard(Object over, ScreenBeat beat) {
        heard.put(over, new Heard(beat, nanos.getAsLong()));
    }

    void left(Object over) {
        heard.remove(over);
    }
}
