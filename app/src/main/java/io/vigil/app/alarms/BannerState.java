package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.Condition.Present;
import io.vigil.alarm.Condition.Recovered;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.AlarmWords.Worst;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Texts;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in the banner above everything: nothing, or the worst alarm that nobody has answered. */
public sealed interface BannerState {

    /** Nothing needs a person. */
    record Calm() implements BannerState {}

    /**
     * An alarm that waits for a person.
     *
     * @param who {@code Bed 07 · Osei, Margaret}
     * @param story {@code since 04:05 · 2 min · nobody has answered}
     * @param more {@code 3 more open}, and under it {@code 1 put aside}; empty when it is the only one
     * @param others those others in a line each, the worst first, to be told in turn
     * @param isPaused whether its sound is paused now
     */
    record Waiting(
            AlarmId id,
            AlarmPriority priority,
            String priorityWord,
            String name,
            Worst worst,
            String who,
            String story,
            String more,
            List<String> others,
            boolean isPaused)
            implements BannerState {

        /** For those who do not see it: all of it in one sentence. */
        public String sentence() {
            var words = priorityWord + ", " + name + ", " + worst.text() + ". " + who + ". " + story + ".";
            return more.isEmpty() ? words : words + " " + more.replace('\n', ',') + ".";
        }
    }

    static BannerState of(
            StationView station, Signals signals, Instant now, AlarmWords words, PatientNames names, Texts texts) {
        if (signals.unanswered().isEmpty()) {
            return new Calm();
        }
        var alarm = signals.unanswered().getFirst();
        var priority = alarm.id().kind().priority();
        var others = signals.unanswered().size() - 1;
        return new Waiting(
                alarm.id(),
                priority,
                words.name(priority),
                words.name(alarm.id().kind()),
                words.worst(alarm, now),
                who(station, alarm, names, texts),
                story(alarm, now, words),
                more(others, aside(station, now), texts),
                signals.unanswered().stream()
                        .skip(1)
                        .map(other -> inOneLine(station, other, now, words, names, texts))
                        .toList(),
                AlarmSignal.of(alarm, station.pause(), station.shelves(), now) == AlarmSignal.PAUSED);
    }

    private static String more(int others, long aside, Texts texts) {
        var open = others == 0 ? "" : texts.get("banner.more", others);
        if (aside == 0) {
            return open;
        }
        var putAside = texts.get("banner.aside", aside);
        return open.isEmpty() ? putAside : open + "\n" + putAside;
    }

    private static long aside(StationView station, Instant now) {
        return station.alarms().stream()
                .filter(alarm -> AlarmSignal.of(alarm, station.pause(), station.shelves(), now) == AlarmSignal.SHELVED)
                .count();
    }

    /** {@code Low 61 < 70 · Bed 11}. */
    private static String inOneLine(
            StationView station, OpenAlarm alarm, Instant now, AlarmWords words, PatientNames names, Texts texts) {
        return words.name(alarm.id().kind()) + " " + words.worst(alarm, now).text() + " · "
                + who(station, alarm, names, texts);
    }

    private static String who(StationView station, OpenAlarm alarm, PatientNames names, Texts texts) {
        return switch (alarm.id().subject()) {
            case PatientId id ->
                station.patients().stream()
                        .filter(view -> view.patient().id().equals(id))
                        .findFirst()
                        .map(view -> view.patient().bed() + " · "
                                + names.of(view.patient().name()))
                        .orElse(id.key());
            case Station _ -> texts.get("banner.station");
        };
    }

    private static String story(OpenAlarm alarm, Instant now, AlarmWords words) {
        var state = alarm.state();
        var recovered = switch (state.condition()) {
            case Present _ -> Optional.<Instant>empty();
            case Recovered(var at) -> Optional.of(at);
        };
        var open = Duration.between(state.since(), now);
        return words.since(alarm, now)
                + " · " + words.times().span(open)
                + recovered
                        .map(at -> " · "
                                + words.texts()
                                        .get("alarm.recovered", words.times().timeOrWeekday(at, now)))
                        .orElse("")
                + " · " + words.answer(alarm, now);
    }
}
