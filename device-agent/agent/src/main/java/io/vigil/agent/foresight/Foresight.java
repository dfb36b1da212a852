package io.vigil.agent.foresight;

import java.util.List;

/**
 * How the lows of several people were foreseen, all their lows and days together.
 *
 * @param sensitivity percent of the lows that were foreseen
 * @param lead the median, in minutes
 * @param falseADay false alarms in a day
 * @param falseToldADay the same, with a standing alarm counted again every 30 minutes
 */
record Foresight(int people, int events, double sensitivity, double lead, double falseADay, double falseToldADay) {

    static Foresight of(List<Judged> people) {
        var leads = people.stream()
                .flatMap(person -> person.leads().stream())
                .sorted()
                .toList();
        var events = people.stream().mapToInt(Judged::events).sum();
        var days = people.stream().mapToDouble(Judged::days).sum();
        return new Foresight(
                people.size(),
                events,
                events == 0 ? Double.NaN : 100.0 * leads.size() / events,
                leads.isEmpty() ? Double.NaN : leads.get((leads.size() - 1) / 2),
                people.stream().mapToInt(Judged::falseAlarms).sum() / days,
                people.stream().mapToInt(Judged::falseTold).sum() / days);
    }
}
