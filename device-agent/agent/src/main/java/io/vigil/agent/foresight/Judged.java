package io.vigil.agent.foresight;

import java.util.List;

/**
 * How one person's lows were foreseen.
 *
 * @param events lows that should have been
 * @param leads of those that were, in minutes
 * @param falseAlarms alarms given that no low followed
 * @param falseTold the same, with a standing alarm counted again every 30 minutes
 */
record Judged(String person, int events, List<Double> leads, int falseAlarms, int falseTold, double days) {}
