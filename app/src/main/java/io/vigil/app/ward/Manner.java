package io.vigil.app.ward;

import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.TileOrder;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import java.time.ZoneId;
import java.util.Locale;

/** How the people before this screen wish to read the ward. Changes words and order; no value, no alarm. */
record Manner(Units units, PatientNames names, TileOrder order, Times times, Texts texts, AlarmWords alarms) {

    static Manner of(Units units, PatientNames names, TileOrder order, ZoneId zone, Locale locale) {
        var times = new Times(zone, locale);
        return new Manner(units, names, order, times, Texts.of(Manner.class, locale), AlarmWords.of(units, times));
    }

    /** Whether nobody has chosen otherwise between the two. */
    boolean saysTheSameAs(Manner other) {
        return units == other.units && names == other.names && order == other.order && times.equals(other.times);
    }

    Locale locale() {
        return times.locale();
    }

    String text(String key, Object... filledIn) {
        return texts.get(key, filledIn);
    }
}
