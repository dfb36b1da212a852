package io.vigil.agent.storing;

/**
 * How much the store holds.
 *
 * @param commits so far
 * @param newestSeq of the events
 * @param readings in rows and in packed days
 */
record Tally(long commits, long newestSeq, long readings) {

    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally and(int events, int taken) {
        return new Tally(commits + 1, newestSeq + events, readings + taken);
    }

    boolean lacksSomethingOf(Tally other) {
        return commits < other.commits || newestSeq < other.newestSeq || readings < other.readings;
    }
}
