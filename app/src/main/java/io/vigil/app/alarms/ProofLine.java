package io.vigil.app.alarms;

/**
 * One step of a proof chain, ready to be read.
 *
 * @param taken whether it was; what never was is told too
 */
record ProofLine(boolean taken, String at, String words, String more) {}
