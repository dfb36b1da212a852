package io.vigil.agent.foresight;

import io.vigil.rule.UrgentLowSoon;
import io.vigil.rule.Watch;
import java.util.BitSet;

/** Vigil's own rule: its alarm stands from where its condition is present until it is over, also where nothing is known. */
public record RuleWarner(UrgentLowSoon rule) implements Warner {

    @Override
    public BitSet standing(Person person) {
        var standing = new BitSet();
        var since = person.at(0);
        var stands = false;
        for (var i = 0; i < person.readings().size(); i++) {
            var now = person.at(i);
            var watch = new Watch(since, person.history().until(now));
            stands = switch (rule.judge(watch, now).finding()) {
                case PRESENT -> true;
                case ABSENT -> false;
                case UNDETERMINED -> stands;
            };
            standing.set(i, stands);
        }
        return standing;
    }
}
