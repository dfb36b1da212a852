package io.vigil.alarm;

/** What a rule finds, and what it rests on. */
public record Verdict(Finding finding, Evidence evidence) {}
