package io.vigil.policy;

/** A change of a policy, under the number of its event. */
public record NumberedChange(long number, PolicyChange change) {}
