package io.vigil.rule;

import io.vigil.alarm.Evidence;
import io.vigil.alarm.Finding;

/** What a rule finds, and what it rests on. */
public record Verdict(Finding finding, Evidence evidence) {}
