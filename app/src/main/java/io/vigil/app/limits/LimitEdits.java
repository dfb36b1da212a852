package io.vigil.app.limits;

import io.vigil.policy.Hours;
import io.vigil.policy.PolicyPage.Slot;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.PolicyWish.Choose;
import io.vigil.policy.PolicyWish.FollowWard;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.PolicyWish.Release;
import io.vigil.policy.Preset;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody has changed on the page and not yet saved. */
record LimitEdits(Optional<PolicyWish> preset, Map<Slot, PolicyWish> values) {

    static final LimitEdits NONE = new LimitEdits(Optional.empty(), Map.of());

    LimitEdits {
        values = Map.copyOf(values);
    }

    boolean isEmpty() {
        return preset.isEmpty() && values.isEmpty();
    }

    LimitEdits put(Setting setting, Hours hours, SettingValue value) {
        return with(new Slot(setting, hours), new Put(setting, hours, value));
    }

    /** No value of its own any more. */
    LimitEdits release(Setting setting, Hours hours) {
        return with(new Slot(setting, hours), new Release(setting, hours));
    }

    /** As it was before anybody touched it. */
    LimitEdits forget(Setting setting, Hours hours) {
        var next = new HashMap<>(values);
        next.remove(new Slot(setting, hours));
        return new LimitEdits(preset, next);
    }

    /** None where a patient is to follow the ward, or the ward the standard. */
    LimitEdits choose(Optional<Preset> chosen) {
        return new LimitEdits(Optional.of(chosen.<PolicyWish>map(Choose::new).orElseGet(FollowWard::new)), values);
    }

    LimitEdits keepPreset() {
        return new LimitEdits(Optional.empty(), values);
    }

    Optional<PolicyWish> at(Setting setting, Hours hours) {
        return Optional.ofNullable(values.get(new Slot(setting, hours)));
    }

    /** As the agent is told them: the preset first, then in the order in which settings are read. */
    List<PolicyWish> wishes() {
        return Stream.concat(
                        preset.stream(),
                        Setting.values().stream()
                                .flatMap(setting ->
                                        Stream.of(Hours.values()).flatMap(hours -> at(setting, hours).stream())))
                .toList();
    }

    private LimitEdits with(Slot slot, PolicyWish wish) {
        var next = new HashMap<>(values);
        next.put(slot, wish);
        return new LimitEdits(preset, next);
    }
}
