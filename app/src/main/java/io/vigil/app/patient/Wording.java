package io.vigil.app.patient;

import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import java.time.Instant;
import java.util.Locale;

/** How this screen speaks: units, zone, language, and how much of a name it may show. */
record Wording(Units units, Times times, PatientNames names) {

    String text(String key, Object... filledIn) {
        return Texts.of(Wording.class, times.locale()).get(key, filledIn);
    }

    /** A word that all screens share. */
    String shared(String key) {
        return Texts.of(AlarmWords.class, times.locale()).get(key);
    }

    AlarmWords alarms() {
        return AlarmWords.of(units, times);
    }

    String number(Glucose glucose) {
        return units.number(glucose, times.locale());
    }

    /** {@code range.very-low} of {@code VERY_LOW}. */
    String shared(String family, Enum<?> one) {
        return shared(family + "." + one.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    boolean isToday(Instant moment, Instant now) {
        var zone = times.zone();
        return moment.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    }

    Locale locale() {
        return times.locale();
    }
}
