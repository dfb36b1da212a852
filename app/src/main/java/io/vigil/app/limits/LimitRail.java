package io.vigil.app.limits;

import io.vigil.policy.Guardrail;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingUnit;
import io.vigil.policy.SettingValue;
import java.util.List;
import java.util.Optional;

/**
 * A value on the way between its bounds, which is drawn from 0 to 1.
 *
 * @param recommendedFrom where what is recommended begins
 * @param marks the bounds with their words, from the least to the greatest
 * @param before where the value stood, when it has been moved
 */
record LimitRail(
        double recommendedFrom,
        double recommendedTo,
        double day,
        Optional<Double> before,
        Optional<Double> night,
        Guardrail.Place place,
        List<Mark> marks) {

    record Mark(double at, String words) {}

    /** None for a switch and a time of day, which have no way between. */
    static Optional<LimitRail> of(
            Setting setting, SettingValue day, SettingValue before, Optional<SettingValue> night, SettingScale scale) {
        if (setting.unit() == SettingUnit.SWITCH || setting.unit() == SettingUnit.TIME_OF_DAY) {
            return Optional.empty();
        }
        var rail = setting.guardrail();
        return Optional.of(new LimitRail(
                at(rail, rail.leastRecommended()),
                at(rail, rail.mostRecommended()),
                at(rail, day),
                day.equals(before) ? Optional.empty() : Optional.of(at(rail, before)),
                night.filter(value -> !value.equals(day)).map(value -> at(rail, value)),
                rail.place(day),
                List.of(
                        mark(rail, rail.least(), scale),
                        mark(rail, rail.leastRecommended(), scale),
                        mark(rail, rail.mostRecommended(), scale),
                        mark(rail, rail.most(), scale))));
    }

    private static Mark mark(Guardrail rail, SettingValue bound, SettingScale scale) {
        return new Mark(at(rail, bound), scale.text(bound));
    }

    private static double at(Guardrail rail, SettingValue value) {
        double length = rail.most().amount() - rail.least().amount();
        return Math.clamp((value.amount() - rail.least().amount()) / length, 0, 1);
    }
}
