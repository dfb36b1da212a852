package io.vigil.app.alarms;

import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How this room speaks: units, zone, language, and how much of a name it may show. */
record Wording(Units units, Times times, PatientNames names) {

    /** Whom an alarm is about: {@code Bed 07} and {@code Osei, Margaret}; the station has no second part. */
    record Who(String bed, String name) {

        String inOneLine() {
            return name.isEmpty() ? bed : bed + " · " + name;
        }
    }

    private static final int LONGEST_SCREEN_NAME = 12;

    String text(String key, Object... filledIn) {
        return Texts.of(Wording.class, times.locale()).get(key, filledIn);
    }

    /** {@code kinds.all} of {@code ALL}. */
    String choice(String family, Enum<?> one) {
        return text(family + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    AlarmWords alarms() {
        return AlarmWords.of(units, times);
    }

    Who who(StationView station, Subject subject) {
        return switch (subject) {
            case PatientId id ->
                patient(station, id)
                        .map(patient -> new Who(patient.bed(), names.of(patient.name())))
                        .orElse(new Who(id.key(), ""));
            case Station _ -> new Who(text("banner.station"), "");
        };
    }

    /** To the second, with the day before it when that is not today. */
    String moment(Instant at, Instant now) {
        var isToday = at.atZone(times.zone())
                .toLocalDate()
                .equals(now.atZone(times.zone()).toLocalDate());
        return isToday ? times.timeOfDayToTheSecond(at) : times.day(at) + " " + times.timeOfDayToTheSecond(at);
    }

    /** A delay: {@code 0.4 s}, {@code 41 s}, {@code 5 min 24 s}, from an hour on without seconds. */
    String delay(Duration delay) {
        var seconds = Math.max(0, delay.toSeconds());
        if (seconds < 10) {
            return text("delay.tenths", Math.floorDiv(Math.max(0, delay.toMillis()), 100) / 10.0);
        } else if (seconds < 60) {
            return text("delay.seconds", seconds);
        } else if (seconds < 3600) {
            return seconds % 60 == 0 ? times.span(delay) : text("delay.minutes", seconds / 60, seconds % 60);
        }
        return times.span(delay);
    }

    /** The name of a screen, the first letters of one that only a machine would read out. */
    String screen(String name) {
        return name.length() > LONGEST_SCREEN_NAME ? text("screen", name.substring(0, 4)) : name;
    }

    private static Optional<Patient> patient(StationView station, PatientId id) {
        return station.patients().stream()
                .map(PatientView::patient)
                .filter(patient -> patient.id().equals(id))
                .findFirst();
    }
}
