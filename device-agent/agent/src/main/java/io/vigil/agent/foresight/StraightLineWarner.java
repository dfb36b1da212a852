package io.vigil.agent.foresight;

import io.vigil.glucose.GlucoseRate;
import java.time.Duration;
import java.util.BitSet;

/** The floor: a straight line through the last 15 minutes crosses the limit within so long. */
record StraightLineWarner(Duration ahead, double limitMgPerDl) implements Warner {

    @Override
    public BitSet standing(Person person) {
        var standing = new BitSet();
        for (var i = 0; i < person.readings().size(); i++) {
            var now = person.at(i);
            var newest = person.readings().get(i).drawn().mgPerDl();
            standing.set(
                    i,
                    GlucoseRate.of(person.history().until(now), now)
                            .filter(rate -> newest + rate.mgPerDlPerMinute() * ahead.toMinutes() < limitMgPerDl)
                            .isPresent());
        }
        return standing;
    }
}
