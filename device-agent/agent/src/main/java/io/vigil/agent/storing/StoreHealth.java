package io.vigil.agent.storing;

/**
 * How the store is.
 *
 * @param sound it takes what it is given
 * @param filling less room is free on its disk than the watermark
 * @param words what is wrong, in a sentence; empty when nothing is
 * @param freePercent of the disk that holds the store
 */
public record StoreHealth(boolean sound, boolean filling, String words, int freePercent) {}
