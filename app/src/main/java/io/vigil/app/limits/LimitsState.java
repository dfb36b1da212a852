package io.vigil.app.limits;

import io.vigil.alarm.AlarmKind;
import io.vigil.app.limits.LimitRow.Cell;
import io.vigil.app.limits.LimitRow.Night;
import io.vigil.app.limits.LimitRow.Remark;
import io.vigil.app.limits.LimitRow.Remark.Weight;
import io.vigil.policy.Guardrail;
import io.vigil.policy.Hours;
import io.vigil.policy.PolicyPage.Slot;
import io.vigil.policy.Preset;
import io.vigil.policy.Realm;
import io.vigil.policy.SetBy;
import io.vigil.policy.SetBy.Layer;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingUnit;
import io.vigil.policy.SettingValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the page of limits shows of the settings, ready to be read.
 *
 * @param isLocked whether who looks at it may change nothing at all
 * @param lockedWords why; empty where they may
 * @param nightHead the ward's night, as the head of its column
 * @param first what matters first
 * @param changes what is edited, each as before and after
 */
record LimitsState(
        PresetState preset,
        boolean isLocked,
        String lockedWords,
        String nightHead,
        List<LimitRow> first,
        List<Section> more,
        List<Change> changes) {

    /** The settings that decide most of what rings, with the alarm that each is the limit of. */
    static final Map<Setting, AlarmKind> FIRST = mattersFirst();

    /** Targets of the consensus of 2019, in mg/dL. */
    private static final List<SettingValue> TARGET = List.of(SettingValue.mgPerDl(70), SettingValue.mgPerDl(180));

    private static final List<SettingValue> PREGNANT_TARGET =
            List.of(SettingValue.mgPerDl(63), SettingValue.mgPerDl(140));

    /** Settings of one sort under a title. */
    record Section(Kind kind, String title, List<LimitRow> rows) {
        enum Kind {
            OVER,
            SOONER,
            SENSORS,
            WARD,
            RINGS,
            QUIET
        }
    }

    /** Which preset is chosen, and what it means. */
    record PresetState(Optional<Preset> chosen, boolean isEdited, String words, String locked) {}

    /** What a change comes to: {@code Low < : 70 → 85 mg/dL}. */
    record Change(String name, String before, String after, String why) {
        String words() {
            return name + "  " + before + " → " + after;
        }
    }

    /** @param refused what was asked for and not done, with the reason */
    static LimitsState of(Foretold foretold, Freedom freedom, Map<Slot, String> refused, Wording wording) {
        var making = new Making(foretold, freedom, refused, wording);
        return new LimitsState(
                making.preset(),
                !freedom.isAny(),
                freedom.isAny() ? "" : freedom.locked(Realm.GLUCOSE),
                wording.text(
                        "night",
                        foretold.ward().line(Setting.NIGHT_FROM).always(),
                        foretold.ward().line(Setting.NIGHT_UNTIL).always()),
                FIRST.keySet().stream().map(making::row).toList(),
                making.sections(),
                making.changes());
    }

    private static Map<Setting, AlarmKind> mattersFirst() {
        var first = new LinkedHashMap<Setting, AlarmKind>();
        first.put(Setting.URGENT_LOW_AT_OR_BELOW, AlarmKind.URGENT_LOW);
        first.put(Setting.LOW_BELOW, AlarmKind.LOW);
        first.put(Setting.HIGH_ABOVE, AlarmKind.HIGH);
        first.put(Setting.VERY_HIGH_ABOVE, AlarmKind.VERY_HIGH);
        first.put(Setting.SIGNAL_LOST_AFTER, AlarmKind.SIGNAL_LOST);
        first.put(Setting.FALLING_FAST_RATE, AlarmKind.FALLING_FAST);
        return Collections.unmodifiableMap(first);
    }

    /** What all rows are made from. */
    private record Making(Foretold foretold, Freedom freedom, Map<Slot, String> refused, Wording wording) {

        PresetState preset() {
            var chosen = foretold.preset();
            var edited = !chosen.equals(foretold.before().preset());
            var words = chosen.map(this::meaning)
                    .orElseGet(() -> wording.text(foretold.isForWard() ? "preset.none.ward" : "preset.none.patient"));
            return new PresetState(chosen, edited, words, freedom.locked(Realm.GLUCOSE));
        }

        private String meaning(Preset preset) {
            var scale = wording.scale(Setting.LOW_BELOW);
            var target = preset == Preset.PREGNANCY ? PREGNANT_TARGET : TARGET;
            return wording.text(
                    "preset." + preset.word() + ".means",
                    scale.text(said(preset, Setting.LOW_BELOW)),
                    scale.signed(said(preset, Setting.HIGH_ABOVE)),
                    scale.text(target.getFirst()),
                    scale.text(target.getLast()));
        }

        /** Every preset says its low and its high. */
        private static SettingValue said(Preset preset, Setting setting) {
            return Objects.requireNonNull(preset.settings().get(setting));
        }

        List<Section> sections() {
            var sections = new EnumMap<Section.Kind, List<LimitRow>>(Section.Kind.class);
            Setting.values().stream()
                    .filter(setting -> !FIRST.containsKey(setting))
                    .filter(setting -> setting.isOfPatients() || foretold.isForWard())
                    .forEach(setting -> sections.computeIfAbsent(kind(setting), _ -> new ArrayList<>())
                            .add(row(setting)));
            return sections.entrySet().stream()
                    .map(entry -> new Section(
                            entry.getKey(),
                            wording.text("section." + entry.getKey().name()),
                            List.copyOf(entry.getValue())))
                    .toList();
        }

        LimitRow row(Setting setting) {
            var scale = wording.scale(setting);
            var day = foretold.value(setting, Hours.ALWAYS);
            var before = foretold.before().value(setting, Hours.ALWAYS);
            var locked = freedom.locked(setting.realm());
            var night = night(setting, locked.isEmpty());
            var edited = !day.equals(before)
                    || !foretold.value(setting, Hours.AT_NIGHT)
                            .equals(foretold.before().value(setting, Hours.AT_NIGHT));
            return new LimitRow(
                    setting,
                    Optional.ofNullable(FIRST.get(setting)),
                    wording.name(setting),
                    scale.sign(),
                    day.equals(before)
                            ? origin(setting)
                            : wording.text("origin.was", scale.text(before), why(setting, Hours.ALWAYS)),
                    edited,
                    cell(setting, Hours.ALWAYS, locked.isEmpty()),
                    night,
                    LimitRail.of(setting, day, before, night.map(_ -> foretold.value(setting, Hours.AT_NIGHT)), scale),
                    remark(setting),
                    locked);
        }

        // [impl->req~screen.limits-foretold~1]
        List<Change> changes() {
            var changes = new ArrayList<Change>();
            if (!foretold.preset().equals(foretold.before().preset())) {
                changes.add(new Change(
                        wording.text("preset"),
                        presetName(foretold.before().preset()),
                        presetName(foretold.preset()),
                        ""));
            }
            for (var setting : Setting.values()) {
                if (setting.isOfPatients() || foretold.isForWard()) {
                    change(setting, Hours.ALWAYS).ifPresent(changes::add);
                    change(setting, Hours.AT_NIGHT).ifPresent(changes::add);
                }
            }
            return List.copyOf(changes);
        }

        private Optional<Change> change(Setting setting, Hours hours) {
            var before = foretold.before();
            var from = before.value(setting, hours);
            var to = foretold.value(setting, hours);
            var asByDay = hours == Hours.AT_NIGHT
                    && from.equals(before.value(setting, Hours.ALWAYS))
                    && to.equals(foretold.value(setting, Hours.ALWAYS));
            var scale = wording.scale(setting);
            return from.equals(to) || asByDay
                    ? Optional.empty()
                    : Optional.of(new Change(
                            wording.name(setting, hours), scale.text(from), scale.signed(to), why(setting, hours)));
        }

        /** By what a value is another one that nobody typed; empty for one that somebody did. */
        private String why(Setting setting, Hours hours) {
            if (foretold.edits().at(setting, hours).isPresent()) {
                return "";
            }
            if (foretold.takenAlong(setting, hours).isPresent()) {
                return wording.text("why.along");
            }
            return foretold.isOfPreset(setting) ? wording.text("why.preset") : wording.text("why.inherited");
        }

        private String presetName(Optional<Preset> preset) {
            return preset.map(wording::name)
                    .orElseGet(() -> wording.text(foretold.isForWard() ? "preset.standard" : "preset.as-ward"));
        }

        private Cell cell(Setting setting, Hours hours, boolean free) {
            var value = foretold.value(setting, hours);
            var edited = !value.equals(foretold.before().value(setting, hours));
            var scale = wording.scale(setting);
            return new Cell(
                    value,
                    scale.text(value),
                    edited,
                    free && leads(setting, value, -1),
                    free && leads(setting, value, 1),
                    free
                            && (foretold.edits().at(setting, hours).isPresent()
                                    || foretold.own(setting, hours).isPresent()));
        }

        private boolean leads(Setting setting, SettingValue from, int step) {
            return setting.unit() == SettingUnit.TIME_OF_DAY
                    || !freedom.nearest(setting, new SettingValue(from.unit(), from.amount() + step))
                            .equals(from);
        }

        private Optional<Night> night(Setting setting, boolean free) {
            if (!setting.isOfPatients()) {
                return Optional.empty();
            }
            if (foretold.own(setting, Hours.AT_NIGHT).isPresent()) {
                return Optional.of(new Night.Own(cell(setting, Hours.AT_NIGHT, free)));
            }
            var value = foretold.value(setting, Hours.AT_NIGHT);
            return Optional.of(
                    value.equals(foretold.value(setting, Hours.ALWAYS))
                            ? new Night.AsByDay(wording.text("as-by-day"))
                            : new Night.OfWard(wording.text(
                                    "of-ward-night", wording.scale(setting).text(value))));
        }

        private Remark remark(Setting setting) {
            var why = Stream.of(Hours.values())
                    .flatMap(hours -> Optional.ofNullable(refused.get(new Slot(setting, hours))).stream())
                    .findFirst();
            if (why.isPresent()) {
                return new Remark(Weight.REFUSED, why.get());
            }
            var scale = wording.scale(setting);
            return Stream.of(Hours.values())
                    .map(hours -> foretold.value(setting, hours))
                    .filter(value -> setting.guardrail().place(value) != Guardrail.Place.RECOMMENDED)
                    .findFirst()
                    .map(value -> new Remark(
                            Weight.UNUSUAL,
                            setting.unit() == SettingUnit.SWITCH
                                    ? wording.text("unusual.off")
                                    : wording.text(
                                            "unusual",
                                            scale.text(value),
                                            scale.text(setting.guardrail().leastRecommended()),
                                            scale.signed(setting.guardrail().mostRecommended()))))
                    .orElse(Remark.NONE);
        }

        /** Where the value by day comes from, and who put it there. */
        private String origin(Setting setting) {
            var line = foretold.sheet().line(setting);
            var setBy = line.setBy();
            return switch (setBy.layer()) {
                case STANDARD -> wording.text("origin.standard");
                case STATION_FILE -> wording.text("origin.station-file");
                case WARD_PRESET, PATIENT_PRESET -> wording.text("origin.preset." + whose(setBy), named(setBy));
                case WARD, PATIENT -> wording.text("origin.own." + whose(setBy), named(setBy));
                case WARD_AT_NIGHT, PATIENT_AT_NIGHT -> wording.text("origin.night." + whose(setBy), named(setBy));
            };
        }

        private static String whose(SetBy setBy) {
            return setBy.layer().compareTo(Layer.PATIENT_PRESET) < 0 ? "ward" : "patient";
        }

        private String named(SetBy setBy) {
            return setBy.by() + ", " + wording.moment(setBy.at());
        }

        private static Section.Kind kind(Setting setting) {
            if (SettingKind.isSwitch(setting)) {
                return Section.Kind.RINGS;
            }
            if (SettingKind.isQuiet(setting)) {
                return Section.Kind.QUIET;
            }
            return switch (setting.realm()) {
                case WARD -> Section.Kind.WARD;
                case SENSOR -> Section.Kind.SENSORS;
                case GLUCOSE -> setting.key().contains(".recover") ? Section.Kind.OVER : Section.Kind.SOONER;
            };
        }
    }
}
