package io.vigil.app.ward;

import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.agentlink.StationView.Contact.Lost;
import io.vigil.app.agentlink.StationView.Contact.NotYet;
import io.vigil.app.agentlink.StationView.PatientView;
import io.vigil.app.ui.Sparkline;
import io.vigil.app.ui.Sparkline.Ground;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a patient's tile shows, ready to be read.
 *
 * @param name as this screen may show it, in full or as initials
 * @param spark the last hours, up to this minute
 * @param longSpark the same for a tile with room for more
 * @param spoken the tile in one breath, for who hears the screen
 * @param toLow how long until the low limit, where it is on its way there
 */
record TileState(
        PatientId patient,
        String bed,
        String name,
        Tone tone,
        Stripe stripe,
        TileValue value,
        Foot foot,
        Sparkline spark,
        Sparkline longSpark,
        Ground ground,
        String spoken,
        Optional<Duration> toLow) {

    /** @param alarms the open alarms of this patient, worst first as the agent orders them */
    static TileState of(PatientView view, List<OpenAlarm> alarms, Instant now, Contact contact, Manner manner) {
        return switch (contact) {
            case InContact _ -> new TileMaking(view, alarms, now, manner).known();
            case Lost _, NotYet _ -> new TileMaking(view, alarms, now, manner).unknown();
        };
    }

    /** Whether the sensor's life ends on this day of the ward. */
    static boolean endsToday(SensorSession sensor, Instant now, Manner manner) {
        var zone = manner.times().zone();
        return sensor.endsAt()
                .atZone(zone)
                .toLocalDate()
                .equals(now.atZone(zone).toLocalDate());
    }
}
