package io.vigil.alarm;

import java.util.Comparator;

/**
 * How bad an open alarm is. There are two orders, and both are needed (after Phoebus, an alarm system of physics): one by
 * which a screen is sorted, and one that says whether an alarm that somebody answered keeps another quiet.
 *
 * @param isAnswered whether somebody has answered it
 */
public record Severity(AlarmKind kind, boolean isAnswered) {

    /**
     * For the screen, worst first: what nobody has answered above all that somebody has, then by priority (IEC 60601-1-8),
     * and within a priority not knowing above all that is known: glucose that nobody sees may be anything.
     */
    // [impl->req~alarm.order~1]
    public static final Comparator<Severity> WORST_FIRST = Comparator.comparing(Severity::isAnswered)
            .thenComparing(severity -> severity.kind().priority(), Comparator.reverseOrder())
            .thenComparing(severity -> severity.kind().isOfNotKnowing(), Comparator.reverseOrder());

    /**
     * Whether an alarm of another kind that rises meanwhile stays quiet: the lesser of the same direction does, for whoever
     * answered the greater knows. What is greater, goes the other way or is technical breaks through.
     */
    // [impl->req~alarm.worse-breaks-through~1]
    public boolean keepsQuiet(AlarmKind rising) {
        return isAnswered && kind.isGreaterThan(rising);
    }
}
