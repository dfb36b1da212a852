package io.vigil.agent.foresight;

import java.time.Duration;
import java.util.BitSet;
import java.util.OptionalDouble;

/**
 * What Nightscout's ar2 plugin would warn of, written anew from its published behaviour: the logarithm of glucose over 140
 * goes on as 1.716 times its last less 0.723 times its last but one, in steps of five minutes and between 36 and 400
 * mg/dL; a warning stands when the mean over six steps of the squared decimal logarithm of glucose over 120 exceeds 0.05,
 * and it warns of a low when the fourth step, 20 minutes ahead, lies under the target of 80.
 */
record NightscoutWarner() implements Warner {

    private static final Duration APART_AT_MOST = Duration.ofMinutes(10);
    private static final double MIDDLE = 140;
    private static final double TARGET = 120;
    private static final double TARGET_BOTTOM = 80;
    private static final double WARNS_OVER = 0.05;
    private static final int STEPS = 6;
    private static final int TOLD_STEP = 4;

    @Override
    public BitSet standing(Person person) {
        var standing = new BitSet();
        for (var i = 1; i < person.readings().size(); i++) {
            var newest = person.readings().get(i).drawn().mgPerDl();
            var place = i;
            fiveMinutesBefore(person, i).ifPresent(before -> standing.set(place, warns(newest, before)));
        }
        return standing;
    }

    private static boolean warns(double newest, double before) {
        var last = Math.log(newest / MIDDLE);
        var lastButOne = Math.log(before / MIDDLE);
        var loss = 0.0;
        var told = 0.0;
        for (var step = 1; step <= STEPS; step++) {
            var next = Math.clamp(1.716 * last - 0.723 * lastButOne, Math.log(36 / MIDDLE), Math.log(400 / MIDDLE));
            lastButOne = last;
            last = next;
            var glucose = MIDDLE * Math.exp(next);
            loss += Math.pow(Math.log10(glucose / TARGET), 2) / STEPS;
            told = step == TOLD_STEP ? glucose : told;
        }
        return loss > WARNS_OVER && told < TARGET_BOTTOM;
    }

    /** The reading before; its distance stretched to five minutes. */
    private static OptionalDouble fiveMinutesBefore(Person person, int place) {
        var distance = Duration.between(person.at(place - 1), person.at(place));
        if (distance.compareTo(APART_AT_MOST) > 0 || distance.toSeconds() < 150) {
            return OptionalDouble.empty();
        }
        var newest = person.readings().get(place).drawn().mgPerDl();
        var former = person.readings().get(place - 1).drawn().mgPerDl();
        return OptionalDouble.of(Math.max(10, newest + (former - newest) * 300 / distance.toSeconds()));
    }
}
