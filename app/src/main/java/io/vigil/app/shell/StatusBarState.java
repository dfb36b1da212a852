package io.vigil.app.shell;

import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.agentlink.StationView.Contact.Lost;
import io.vigil.app.agentlink.StationView.Contact.NotYet;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the bar at the bottom says of agent, store, cloud, sensors and sound. */
record StatusBarState(List<Sign> signs, String zone, String version) {

    /** How much a sign asks to be read. */
    enum Tone {
        CALM,
        WARNING,
        WRONG
    }

    record Sign(Icon icon, String words, Tone tone) {}

    private static final int DISK_WARNING_PERCENT = 10;

    /** @param heardAgo since the agent's last beat reached this screen */
    static StatusBarState of(
            StationView station, Instant now, Duration heardAgo, boolean hasSound, Times times, Texts texts) {
        var signs = new ArrayList<Sign>();
        switch (station.contact()) {
            case InContact _ -> {
                signs.add(
                        new Sign(Icon.HEART, texts.get("status.agent", seconds(heardAgo, times.locale())), Tone.CALM));
                signs.add(store(station, texts));
                signs.add(cloud(station, texts));
                signs.add(sensors(station, texts));
            }
            case Lost(var since, var _) -> {
                signs.add(new Sign(
                        Icon.HEART, texts.get("status.agent.lost", times.timeOfDayToTheSecond(since)), Tone.WRONG));
                signs.addAll(notKnown(texts));
            }
            case NotYet _ -> {
                signs.add(new Sign(Icon.HEART, texts.get("status.agent.not-yet"), Tone.WARNING));
                signs.addAll(notKnown(texts));
            }
        }
        if (!hasSound) {
            signs.add(new Sign(Icon.NO_SOUND, texts.get("status.no-sound"), Tone.WARNING));
        }
        var version = station.station().agentVersion();
        return new StatusBarState(
                List.copyOf(signs),
                texts.get("status.zone", times.offset(now)),
                version.isEmpty() ? "Vigil" : "Vigil " + version);
    }

    private static Sign store(StationView station, Texts texts) {
        var health = station.health();
        if (!health.storeSound()) {
            return new Sign(Icon.STORE, health.storeWords(), Tone.WRONG);
        }
        var tone = health.diskFreePercent() < DISK_WARNING_PERCENT ? Tone.WARNING : Tone.CALM;
        return new Sign(Icon.STORE, texts.get("status.store", health.diskFreePercent()), tone);
    }

    private static Sign cloud(StationView station, Texts texts) {
        var words = station.health().cloudWords();
        return words.isEmpty()
                ? new Sign(Icon.CLOUD, texts.get("status.cloud.none"), Tone.CALM)
                : new Sign(Icon.CLOUD_CONFIRMED, words, Tone.CALM);
    }

    private static Sign sensors(StationView station, Texts texts) {
        var health = station.health();
        return new Sign(
                Icon.SENSOR,
                texts.get("status.sensors", health.sensorsReporting(), health.sensors()),
                health.sensorsReporting() < health.sensors() ? Tone.WARNING : Tone.CALM);
    }

    private static List<Sign> notKnown(Texts texts) {
        return List.of(
                new Sign(Icon.STORE, texts.get("status.store.not-known"), Tone.CALM),
                new Sign(Icon.CLOUD_CONFIRMED, texts.get("status.cloud.not-known"), Tone.CALM),
                new Sign(Icon.SENSOR, texts.get("status.sensors.not-known"), Tone.CALM));
    }

    private static String seconds(Duration span, Locale locale) {
        return String.format(locale, "%.1f", Math.max(0, span.toMillis()) / 1000.0);
    }
}
