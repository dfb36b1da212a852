package io.vigil.contract;

import io.vigil.contract.v1.AgentStarted;
import io.vigil.contract.v1.AlarmShown;
import io.vigil.contract.v1.AlarmUnshelved;
import io.vigil.contract.v1.Event;
import io.vigil.contract.v1.Refused;
import io.vigil.contract.v1.SoundPaused;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;

/** What happened on the ward, under its number, to the wire and back. */
final class EventCodec {

    private EventCodec() {}

    static Event event(NumberedEvent numbered) {
        var wire = Event.newBuilder().setSeq(numbered.seq()).setHappenedAt(Words.micros(numbered.happenedAt()));
        return switch (numbered.event()) {
            case WardEvent.AlarmChanged(var change) ->
                wire.setAlarmChanged(AlarmCodec.change(change)).build();
            case WardEvent.PatientAdmitted(var patient) ->
                wire.setPatientAdmitted(WardCodec.patient(patient)).build();
            case WardEvent.SensorStarted(var sensor) ->
                wire.setSensorStarted(WardCodec.sensor(sensor)).build();
            case WardEvent.SoundPaused(var until, var by) ->
                wire.setSoundPaused(SoundPaused.newBuilder()
                                .setUntil(Words.micros(until))
                                .setBy(by))
                        .build();
            case WardEvent.AlarmShown(var alarm, var announcedAt, var screen, var heard) ->
                wire.setAlarmShown(AlarmShown.newBuilder()
                                .setAlarm(AlarmCodec.id(alarm))
                                .setAnnouncedAt(Words.micros(announcedAt))
                                .setScreen(screen)
                                .setHeard(heard))
                        .build();
            case WardEvent.AlarmShelved(var shelf) ->
                wire.setAlarmShelved(AlarmCodec.shelf(shelf)).build();
            case WardEvent.AlarmUnshelved(var shelf, var by, var reason) ->
                wire.setAlarmUnshelved(AlarmUnshelved.newBuilder()
                                .setShelf(AlarmCodec.shelf(shelf))
                                .setBy(by)
                                .setReason(reason))
                        .build();
            case WardEvent.SensorReported(var report) ->
                wire.setSensorReported(WardCodec.report(report)).build();
            case WardEvent.PolicyChanged(var change) ->
                wire.setPolicyChanged(PolicyCodec.change(change)).build();
            case WardEvent.SelfTestBegun(var test) ->
                wire.setSelfTestBegun(SelfTestCodec.test(test)).build();
            case WardEvent.SelfTestEnded(var result) ->
                wire.setSelfTestEnded(SelfTestCodec.result(result)).build();
            case WardEvent.SignedIn(var person) ->
                wire.setSignedIn(WardCodec.person(person)).build();
            case WardEvent.SignedOut(var person) ->
                wire.setSignedOut(WardCodec.person(person)).build();
            case WardEvent.AgentStarted(var version, var remark) ->
                wire.setAgentStarted(
                                AgentStarted.newBuilder().setVersion(version).setRemark(remark))
                        .build();
            case WardEvent.Refused(var what, var why) ->
                wire.setRefused(Refused.newBuilder().setWhat(what).setWhy(why)).build();
        };
    }

    static NumberedEvent event(Event wire) {
        return new NumberedEvent(
                Words.count(wire.getSeq(), "number of an event"), Words.instant(wire.getHappenedAt()), what(wire));
    }

    private static WardEvent what(Event wire) {
        return switch (wire.getWhatCase()) {
            case ALARM_CHANGED -> new WardEvent.AlarmChanged(AlarmCodec.change(wire.getAlarmChanged()));
            case PATIENT_ADMITTED -> new WardEvent.PatientAdmitted(WardCodec.patient(wire.getPatientAdmitted()));
            case SENSOR_STARTED -> new WardEvent.SensorStarted(WardCodec.sensor(wire.getSensorStarted()));
            case SOUND_PAUSED ->
                new WardEvent.SoundPaused(
                        Words.instant(wire.getSoundPaused().getUntil()),
                        wire.getSoundPaused().getBy());
            case ALARM_SHOWN -> shown(wire.getAlarmShown());
            case ALARM_SHELVED -> new WardEvent.AlarmShelved(AlarmCodec.shelf(wire.getAlarmShelved()));
            case ALARM_UNSHELVED ->
                new WardEvent.AlarmUnshelved(
                        AlarmCodec.shelf(wire.getAlarmUnshelved().getShelf()),
                        wire.getAlarmUnshelved().getBy(),
                        wire.getAlarmUnshelved().getReason());
            case SENSOR_REPORTED -> new WardEvent.SensorReported(WardCodec.report(wire.getSensorReported()));
            case POLICY_CHANGED -> new WardEvent.PolicyChanged(PolicyCodec.change(wire.getPolicyChanged()));
            case SELF_TEST_BEGUN -> new WardEvent.SelfTestBegun(SelfTestCodec.test(wire.getSelfTestBegun()));
            case SELF_TEST_ENDED -> new WardEvent.SelfTestEnded(SelfTestCodec.result(wire.getSelfTestEnded()));
            case SIGNED_IN -> new WardEvent.SignedIn(WardCodec.person(wire.getSignedIn()));
            case SIGNED_OUT -> new WardEvent.SignedOut(WardCodec.person(wire.getSignedOut()));
            case AGENT_STARTED ->
                new WardEvent.AgentStarted(
                        wire.getAgentStarted().getVersion(),
                        wire.getAgentStarted().getRemark());
            case REFUSED ->
                new WardEvent.Refused(
                        wire.getRefused().getWhat(), wire.getRefused().getWhy());
            case WHAT_NOT_SET -> throw new BadRequest("An event tells of nothing that is known here.");
        };
    }

    private static WardEvent shown(AlarmShown wire) {
        Words.require(wire.hasAlarm(), "A screen that drew an alarm does not say which.");
        return new WardEvent.AlarmShown(
                AlarmCodec.id(wire.getAlarm()),
                Words.instant(wire.getAnnouncedAt()),
                wire.getScreen(),
                wire.getHeard());
    }
}
