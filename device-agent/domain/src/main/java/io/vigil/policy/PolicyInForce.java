package io.vigil.policy;

/** What holds for a patient, or for the station, at a moment; and who set its limits. */
public record PolicyInForce(AlarmPolicy policy, Limits limits) {}
