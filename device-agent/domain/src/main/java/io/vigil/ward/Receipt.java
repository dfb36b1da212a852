package io.vigil.ward;

import java.util.List;

/**
 * What became of readings that were given to the agent. Given only when what was taken is durable: the source may forget
 * them.
 *
 * @param taken new, and kept
 * @param repeated known already; harmless
 * @param refused one clear sentence each: what, where, what to do
 */
public record Receipt(int taken, int repeated, List<String> refused) {}
