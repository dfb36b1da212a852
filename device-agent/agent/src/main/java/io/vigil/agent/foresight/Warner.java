package io.vigil.agent.foresight;

import java.util.BitSet;

/** Whatever warns of lows. */
@FunctionalInterface
public interface Warner {

    /** At which of the person's readings an alarm stands, told from that reading and those before it alone. */
    BitSet standing(Person person);
}
