package io.vigil.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was set for the ward, or for one patient: a preset, and values beside it. What is not on it is as it was inherited. */
public record PolicyPage(Optional<Chosen> preset, Map<Slot, Held> held) {

    public static final PolicyPage EMPTY = new PolicyPage(Optional.empty(), Map.of());

    /** Where a value stands. */
    public record Slot(Setting setting, Hours hours) {}

    /** A value, who set it, and when. */
    public record Held(SettingValue value, String by, Instant at) {}

    /** A preset, who chose it, and when. */
    public record Chosen(Preset preset, String by, Instant at) {}

    public PolicyPage {
        held = Map.copyOf(held);
    }

    public Optional<Held> held(Setting setting, Hours hours) {
        return Optional.ofNullable(held.get(new Slot(setting, hours)));
    }

    /** In the order of their keys, those for always before those for the night. */
    public SortedMap<Slot, Held> inOrder() {
        var ordered = new TreeMap<Slot, Held>(
                Comparator.comparing((Slot slot) -> slot.setting().key()).thenComparing(Slot::hours));
        ordered.putAll(held);
        return ordered;
    }

    PolicyPage with(PolicyEdit edit, String by, Instant at) {
        return switch (edit) {
            case PolicyEdit.OfValue(var setting, var hours, var _, var to) ->
                with(new Slot(setting, hours), to.map(value -> new Held(value, by, at)));
            case PolicyEdit.OfPreset(var _, var to) ->
                new PolicyPage(to.map(chosen -> new Chosen(chosen, by, at)), held);
        };
    }

    private PolicyPage with(Slot slot, Optional<Held> value) {
        var next = new HashMap<>(held);
        value.ifPresentOrElse(now -> next.put(slot, now), () -> next.remove(slot));
        return new PolicyPage(preset, next);
    }
}
