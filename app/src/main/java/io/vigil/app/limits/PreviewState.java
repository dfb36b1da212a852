package io.vigil.app.limits;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmPriority;
import io.vigil.policy.WhatIf;
import io.vigil.policy.WhatIf.Rung;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What would have rung, before and after, ready to be read.
 *
 * @param trouble why nothing is told; empty where something is
 * @param figure alarms a day with the changes, or as it is where nothing is changed
 * @param most the greatest count of a kind, for which a bar is full
 * @param days the days of the strip, each from where it begins
 */
record PreviewState(
        boolean isAsking,
        String trouble,
        boolean isCompared,
        String figure,
        String figureWords,
        List<KindBar> kinds,
        int most,
        List<Mark> present,
        List<Mark> proposed,
        List<Day> days,
        String from,
        String ago) {

    private static final Duration JUST_NOW = Duration.ofMinutes(1);
    private static final double HOURS_A_DAY = 24;

    /** How often a kind of alarm would have rung. */
    record KindBar(AlarmKind kind, String name, int before, int after, String words) {}

    /** An alarm on the strip, from 0 to 1. */
    record Mark(double from, double to, AlarmPriority priority, String words) {}

    /** @param at from 0 to 1 */
    record Day(double at, String words) {}

    /** @param isEdited whether the one side differs from the other by anything */
    static PreviewState of(Preview preview, boolean isEdited, Instant now, Wording wording) {
        return switch (preview) {
            case Preview.Asking _ -> without("", true);
            case Preview.Untold(var why) -> without(why, false);
            case Preview.Told(var whatIf, var _)
            when whatIf.readings() == 0 -> without(wording.text("preview.none"), false);
            case Preview.Told(var whatIf, var at) -> told(whatIf, isEdited, Duration.between(at, now), wording);
        };
    }

    private static PreviewState without(String trouble, boolean isAsking) {
        return new PreviewState(
                isAsking, trouble, false, "", "", List.of(), 0, List.of(), List.of(), List.of(), "", "");
    }

    private static PreviewState told(WhatIf whatIf, boolean isEdited, Duration ago, Wording wording) {
        var kinds = kinds(whatIf, wording);
        var before = aDay(whatIf.present().size(), whatIf, wording);
        var after = aDay(whatIf.proposed().size(), whatIf, wording);
        return new PreviewState(
                false,
                "",
                isEdited,
                isEdited ? after : before,
                isEdited ? wording.text("preview.a-day.after", before) : wording.text("preview.a-day.same"),
                kinds,
                kinds.stream()
                        .mapToInt(bar -> Math.max(bar.before(), bar.after()))
                        .max()
                        .orElse(0),
                marks(whatIf.present(), whatIf, wording),
                marks(whatIf.proposed(), whatIf, wording),
                days(whatIf, wording),
                wording.text(
                        "preview.from",
                        whatIf.readings(),
                        wording.times().day(whatIf.from()),
                        wording.times().day(whatIf.to())),
                ago.compareTo(JUST_NOW) < 0
                        ? wording.text("preview.ago.now")
                        : wording.text("preview.ago.past", wording.times().span(ago)));
    }

    private static List<KindBar> kinds(WhatIf whatIf, Wording wording) {
        var before = WhatIf.counts(whatIf.present());
        var after = WhatIf.counts(whatIf.proposed());
        return Arrays.stream(AlarmKind.values())
                .filter(kind -> before.containsKey(kind) || after.containsKey(kind))
                .map(kind -> {
                    var was = before.getOrDefault(kind, 0);
                    var is = after.getOrDefault(kind, 0);
                    return new KindBar(
                            kind,
                            wording.name(kind),
                            was,
                            is,
                            wording.text("preview.count", wording.name(kind), was, is));
                })
                .toList();
    }

    private static String aDay(int alarms, WhatIf whatIf, Wording wording) {
        var days = Math.max(1, length(whatIf).toHours() / HOURS_A_DAY);
        var format = NumberFormat.getNumberInstance(wording.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(alarms / days);
    }

    private static List<Mark> marks(List<Rung> rung, WhatIf whatIf, Wording wording) {
        return rung.stream()
                .map(alarm -> new Mark(
                        at(alarm.at(), whatIf),
                        at(alarm.over().orElse(whatIf.to()), whatIf),
                        alarm.kind().priority(),
                        wording.text("preview.mark", wording.name(alarm.kind()), wording.moment(alarm.at()))))
                .toList();
    }

    private static List<Day> days(WhatIf whatIf, Wording wording) {
        var zone = wording.times().zone();
        var days = new ArrayList<Day>();
        for (var day = whatIf.from().atZone(zone).toLocalDate().plusDays(1); ; day = day.plusDays(1)) {
            var midnight = day.atStartOfDay(zone).toInstant();
            if (!midnight.isBefore(whatIf.to())) {
                return List.copyOf(days);
            }
            days.add(new Day(at(midnight, whatIf), Integer.toString(day.getDayOfMonth())));
        }
    }

    private static double at(Instant moment, WhatIf whatIf) {
        var length = Math.max(1, length(whatIf).toSeconds());
        return Math.clamp((double) Duration.between(whatIf.from(), moment).toSeconds() / length, 0, 1);
    }

    private static Duration length(WhatIf whatIf) {
        return Duration.between(whatIf.from(), whatIf.to());
    }
}
