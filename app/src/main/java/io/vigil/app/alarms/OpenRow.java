package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Answer.Nobody;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.Shelf;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.ui.AlarmWords.Worst;
import java.time.Duration;
import java.time.Instant;

/**
 * An open alarm, ready to be read.
 *
 * @param signal what it does for eye and ear
 * @param told which screens, whether it sounds, or who answered and until when that holds
 * @param mayBeShelved whether alarms of its kind may be put aside
 */
record OpenRow(
        AlarmId id,
        AlarmSignal signal,
        String name,
        Wording.Who who,
        Worst worst,
        String raised,
        String openFor,
        String told,
        boolean mayBeShelved) {

    static OpenRow of(OpenAlarm alarm, StationView station, int screens, Instant now, Wording wording) {
        var kind = alarm.id().kind();
        var signal = AlarmSignal.of(alarm, station.pause(), station.shelves(), now);
        var words = wording.alarms();
        return new OpenRow(
                alarm.id(),
                signal,
                signal == AlarmSignal.ANSWERED ? wording.text("open.answered", words.name(kind)) : words.name(kind),
                wording.who(station, alarm.id().subject()),
                words.worst(alarm, now),
                wording.times().timeOfDayToTheSecond(alarm.id().raisedAt()),
                wording.times().span(Duration.between(alarm.id().raisedAt(), now)),
                told(alarm, signal, station, screens, now, wording),
                Shelf.mayLie(kind) && signal != AlarmSignal.SHELVED);
    }

    /** All of it in one sentence. */
    String spoken() {
        return name + ", " + worst.text() + ". " + who.inOneLine() + ". " + raised + ", " + openFor + ". " + told + ".";
    }

    private static String told(
            OpenAlarm alarm, AlarmSignal signal, StationView station, int screens, Instant now, Wording wording) {
        return switch (signal) {
            case SHELVED -> shelved(alarm, station, now, wording);
            case SOUNDING -> waits(alarm, "open.sounding", screens, now, wording);
            case PAUSED -> waits(alarm, "open.paused", screens, now, wording);
            case ANSWERED ->
                switch (alarm.state().answer()) {
                    case Acknowledged(var by, var at, var until, var _) ->
                        wording.text(
                                "open.back",
                                by,
                                wording.times().timeOrWeekday(at, now),
                                wording.times().timeOrWeekday(until, now));
                    case Nobody _ -> wording.alarms().answer(alarm, now);
                };
        };
    }

    private static String waits(OpenAlarm alarm, String key, int screens, Instant now, Wording wording) {
        return switch (alarm.state().answer()) {
            case Nobody(var _, var _, var rung)
            when rung > 0 -> wording.alarms().answer(alarm, now);
            case Nobody _, Acknowledged _ -> wording.text(key, screens);
        };
    }

    private static String shelved(OpenAlarm alarm, StationView station, Instant now, Wording wording) {
        return station.shelves().stream()
                .filter(shelf -> shelf.subject().equals(alarm.id().subject())
                        && shelf.kind() == alarm.id().kind()
                        && shelf.holds(now))
                .findFirst()
                .map(shelf ->
                        wording.text("open.shelved", wording.times().timeOrWeekday(shelf.until(), now), shelf.by()))
                .orElse("");
    }
}
