package io.vigil.policy;

import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The policy of the ward or of a patient, to be read: every setting with what is in force and where it comes from.
 *
 * @param subject the patient, or the station where it is the ward's
 * @param at the moment that it tells of
 * @param night whether that is in the ward's night
 * @param preset the subject's own; none where a patient follows the ward, or the ward the standard
 * @param history the newest change first
 */
public record PolicySheet(
        Subject subject,
        Instant at,
        boolean night,
        Optional<Preset> preset,
        List<Line> lines,
        List<NumberedChange> history) {

    /**
     * One setting.
     *
     * @param value in force now
     * @param always what holds by day, whatever the hour is now
     * @param own what is set for the subject itself, if anything
     * @param atNight what is set for the subject's nights, if anything
     */
    public record Line(
            Setting setting,
            Guardrail guardrail,
            SettingValue value,
            SetBy setBy,
            SettingValue always,
            Optional<SettingValue> own,
            Optional<SettingValue> atNight) {}

    public PolicySheet {
        lines = List.copyOf(lines);
        history = List.copyOf(history);
    }

    /** Every setting stands on it. */
    public Line line(Setting setting) {
        return lines.stream()
                .filter(line -> line.setting().equals(setting))
                .findFirst()
                .orElseThrow();
    }

    public PolicySheet with(List<NumberedChange> changes) {
        return new PolicySheet(subject, at, night, preset, lines, changes);
    }
}
