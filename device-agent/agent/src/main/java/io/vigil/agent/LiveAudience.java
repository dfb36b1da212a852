package io.vigil.agent;

import io.vigil.agent.serving.LiveStation;
import io.vigil.agent.storing.StoreHealth;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.Limits;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.SensorSession;
import java.util.List;
import java.util.Optional;

/** Tells all who listen over the link. */
final class LiveAudience implements Audience {

    private final LiveStation live;

    LiveAudience(LiveStation live) {
        this.live = live;
    }

    @Override
    public void patient(Patient patient, Optional<SensorSession> sensor, Limits limits) {
        live.patient(patient, sensor, limits);
    }

    @Override
    public void taken(PatientId patient, KeptReading reading) {
        live.taken(patient, reading);
    }

    @Override
    public void alarms(List<OpenAlarm> open, SoundPause pause, List<Shelf> shelves) {
        live.alarms(open, pause, shelves);
    }

    @Override
    public void tested(SelfTest test) {
        live.tested(test);
    }

    @Override
    public void happened(NumberedEvent event) {
        live.happened(event);
    }

    @Override
    public void turned(StoreHealth store, int sensorsReporting, int sensors) {
        live.turned(new LiveStation.Health(
                store.sound(), store.words(), store.freePercent(), sensorsReporting, sensors, ""));
    }
}
