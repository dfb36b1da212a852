package io.vigil.contract;

import io.vigil.alarm.SoundPause;
import io.vigil.contract.v1.AcknowledgeCommand;
import io.vigil.contract.v1.BeginSelfTestCommand;
import io.vigil.contract.v1.ChangePolicyCommand;
import io.vigil.contract.v1.CommandReply;
import io.vigil.contract.v1.ConfirmSelfTestCommand;
import io.vigil.contract.v1.Delivery;
import io.vigil.contract.v1.Event;
import io.vigil.contract.v1.EventsReply;
import io.vigil.contract.v1.EventsRequest;
import io.vigil.contract.v1.PauseSoundCommand;
import io.vigil.contract.v1.PolicyReply;
import io.vigil.contract.v1.PolicyRequest;
import io.vigil.contract.v1.ReadingsPack;
import io.vigil.contract.v1.ReadingsRequest;
import io.vigil.contract.v1.ShelveCommand;
import io.vigil.contract.v1.SignInReply;
import io.vigil.contract.v1.SignInRequest;
import io.vigil.contract.v1.SignOutRequest;
import io.vigil.contract.v1.Snapshot;
import io.vigil.contract.v1.StatusReply;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import io.vigil.contract.v1.UndoPolicyChangeCommand;
import io.vigil.contract.v1.UnshelveCommand;
import io.vigil.contract.v1.WhatIfReply;
import io.vigil.contract.v1.WhatIfRequest;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.WhatIf;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.SensorReport;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every message of the contract, to the wire and back to the domain's words. The only place that may say
 * {@link BadRequest}.
 */
public final class Codec {

    private static final int MOST_WISHES = 200;

    private Codec() {}

    // What the agent tells.

    public static long afterSeq(SubscribeRequest wire) {
        return Words.count(wire.getAfterSeq(), "number of the last event seen");
    }

    public static SubscribeRequest subscribe(long afterSeq) {
        return SubscribeRequest.newBuilder().setAfterSeq(afterSeq).build();
    }

    public static Told told(Telling telling) {
        var told = Told.newBuilder();
        return switch (telling) {
            case Telling.Snapshot snapshot ->
                told.setSnapshot(snapshot(snapshot)).build();
            case Telling.Taken(var patient, var reading) ->
                told.setTaken(io.vigil.contract.v1.Taken.newBuilder()
                                .setPatient(patient.key())
                                .setReading(ReadingCodec.kept(reading)))
                        .build();
            case Telling.AlarmsNow alarms ->
                told.setAlarmsNow(alarmsNow(alarms)).build();
            case Telling.Tested(var test) ->
                told.setSelfTest(SelfTestCodec.test(test)).build();
            case Telling.Happened(var event) -> told.setEvent(event(event)).build();
        };
    }

    public static Telling told(Told wire) {
        return switch (wire.getWhatCase()) {
            case SNAPSHOT -> snapshot(wire.getSnapshot());
            case TAKEN ->
                new Telling.Taken(
                        WardCodec.patientId(wire.getTaken().getPatient()),
                        ReadingCodec.kept(wire.getTaken().getReading()));
            case ALARMS_NOW -> alarmsNow(wire.getAlarmsNow());
            case SELF_TEST -> new Telling.Tested(SelfTestCodec.test(wire.getSelfTest()));
            case EVENT -> new Telling.Happened(event(wire.getEvent()));
            case WHAT_NOT_SET -> throw new BadRequest("The agent told something that is not known here.");
        };
    }

    private static Snapshot snapshot(Telling.Snapshot snapshot) {
        return Snapshot.newBuilder()
                .setSeq(snapshot.seq())
                .setStationId(snapshot.station().id())
                .setWard(snapshot.station().ward())
                .setStation(snapshot.station().station())
                .setZone(snapshot.station().zone().getId())
                .setAgentVersion(snapshot.station().agentVersion())
                .addAllPatients(
                        snapshot.patients().stream().map(Codec::patientNow).toList())
                .setAlarmsNow(alarmsNow(snapshot.alarms()))
                .setBeat(beat(snapshot.beat()))
                .build();
    }

    private static Telling.Snapshot snapshot(Snapshot wire) {
        return new Telling.Snapshot(
                Words.count(wire.getSeq(), "number of the newest event"),
                new StationFacts(
                        wire.getStationId(),
                        wire.getWard(),
                        wire.getStation(),
                        Words.zone(wire.getZone()),
                        wire.getAgentVersion()),
                wire.getPatientsList().stream().map(Codec::patientNow).toList(),
                alarmsNow(wire.getAlarmsNow()),
                beat(wire.getBeat()));
    }

    private static io.vigil.contract.v1.PatientNow patientNow(PatientNow now) {
        var wire = io.vigil.contract.v1.PatientNow.newBuilder()
                .setPatient(WardCodec.patient(now.patient()))
                .setLimits(WardCodec.limits(now.limits()))
                .addAllRecent(now.recent().stream().map(ReadingCodec::kept).toList());
        now.sensor().ifPresent(sensor -> wire.setSensor(WardCodec.sensor(sensor)));
        return wire.build();
    }

    private static PatientNow patientNow(io.vigil.contract.v1.PatientNow wire) {
        return new PatientNow(
                WardCodec.patient(wire.getPatient()),
                wire.hasSensor() ? Optional.of(WardCodec.sensor(wire.getSensor())) : Optional.empty(),
                WardCodec.limits(wire.getLimits()),
                wire.getRecentList().stream().map(ReadingCodec::kept).toList());
    }

    private static io.vigil.contract.v1.AlarmsNow alarmsNow(Telling.AlarmsNow now) {
        return io.vigil.contract.v1.AlarmsNow.newBuilder()
                .addAllOpen(now.open().stream().map(AlarmCodec::open).toList())
                .setSoundPausedUntil(Words.micros(now.pause().until()))
                .setSoundPausedBy(now.pause().by())
                .addAllShelves(now.shelves().stream().map(AlarmCodec::shelf).toList())
                .build();
    }

    private static Telling.AlarmsNow alarmsNow(io.vigil.contract.v1.AlarmsNow wire) {
        return new Telling.AlarmsNow(
                wire.getOpenList().stream().map(AlarmCodec::open).toList(),
                new SoundPause(Words.instant(wire.getSoundPausedUntil()), wire.getSoundPausedBy()),
                wire.getShelvesList().stream().map(AlarmCodec::shelf).toList());
    }

    // Numbered events.

    public static Event event(NumberedEvent numbered) {
        return EventCodec.event(numbered);
    }

    public static NumberedEvent event(Event wire) {
        return EventCodec.event(wire);
    }

    // What screens ask of the past.

    public static ReadingsRequest question(Question.Readings asked) {
        return ReadingsRequest.newBuilder()
                .setPatient(asked.patient().key())
                .setFrom(Words.micros(asked.from()))
                .setTo(Words.micros(asked.to()))
                .build();
    }

    public static Question.Readings question(ReadingsRequest wire) {
        requireSpan(wire.getFrom(), wire.getTo());
        return new Question.Readings(
                WardCodec.patientId(wire.getPatient()), Words.instant(wire.getFrom()), Words.instant(wire.getTo()));
    }

    public static EventsRequest question(Question.OfEvents asked) {
        var subject = switch (asked) {
            case Question.Events(var one, var _, var _) -> one.key();
            case Question.AllEvents _ -> "";
        };
        return EventsRequest.newBuilder()
                .setSubject(subject)
                .setFrom(Words.micros(asked.from()))
                .setTo(Words.micros(asked.to()))
                .build();
    }

    public static Question.OfEvents question(EventsRequest wire) {
        requireSpan(wire.getFrom(), wire.getTo());
        var from = Words.instant(wire.getFrom());
        var to = Words.instant(wire.getTo());
        return wire.getSubject().isEmpty()
                ? new Question.AllEvents(from, to)
                : new Question.Events(WardCodec.subject(wire.getSubject()), from, to);
    }

    private static void requireSpan(long from, long to) {
        Words.require(from <= to, "The span asked for ends before it begins.");
    }

    public static ReadingsPack pack(List<KeptReading> readings) {
        return ReadingsPack.newBuilder()
                .addAllReadings(readings.stream().map(ReadingCodec::kept).toList())
                .build();
    }

    public static List<KeptReading> pack(ReadingsPack wire) {
        return wire.getReadingsList().stream().map(ReadingCodec::kept).toList();
    }

    public static EventsReply events(List<NumberedEvent> events) {
        return EventsReply.newBuilder()
                .addAllEvents(events.stream().map(Codec::event).toList())
                .build();
    }

    public static List<NumberedEvent> events(EventsReply wire) {
        return wire.getEventsList().stream().map(Codec::event).toList();
    }

    // What is set of alarms.

    public static PolicyRequest policy(Subject subject) {
        return PolicyRequest.newBuilder().setSubject(subject.key()).build();
    }

    public static Subject policy(PolicyRequest wire) {
        return WardCodec.subject(wire.getSubject());
    }

    public static PolicyReply policy(PolicySheet sheet) {
        return PolicyCodec.sheet(sheet);
    }

    public static PolicySheet policy(PolicyReply wire) {
        return PolicyCodec.sheet(wire);
    }

    public static WhatIfRequest imagined(Imagined imagined) {
        return WhatIfRequest.newBuilder()
                .setPatient(imagined.patient().key())
                .addAllWishes(imagined.wishes().stream().map(PolicyCodec::wish).toList())
                .build();
    }

    public static Imagined imagined(WhatIfRequest wire) {
        return new Imagined(WardCodec.patientId(wire.getPatient()), wishes(wire.getWishesList()));
    }

    public static WhatIfReply whatIf(WhatIf whatIf) {
        return PolicyCodec.whatIf(whatIf);
    }

    public static WhatIf whatIf(WhatIfReply wire) {
        return PolicyCodec.whatIf(wire);
    }

    // Beats.

    public static io.vigil.contract.v1.AgentBeat beat(AgentBeat beat) {
        return io.vigil.contract.v1.AgentBeat.newBuilder()
                .setNow(Words.micros(beat.now()))
                .setSpeed(beat.speed())
                .setNewestSeq(beat.newestSeq())
                .setStoreSound(beat.storeSound())
                .setStoreWords(beat.storeWords())
                .setDiskFreePercent(beat.diskFreePercent())
                .setSensorsReporting(beat.sensorsReporting())
                .setSensors(beat.sensors())
                .setCloudWords(beat.cloudWords())
                .build();
    }

    public static AgentBeat beat(io.vigil.contract.v1.AgentBeat wire) {
        Words.require(
                wire.hasSpeed() && Double.isFinite(wire.getSpeed()) && wire.getSpeed() >= 0,
                "The station's clock does not say how fast it runs.");
        return new AgentBeat(
                Words.instant(wire.getNow()),
                wire.getSpeed(),
                Words.count(wire.getNewestSeq(), "number of the newest event"),
                wire.getStoreSound(),
                wire.getStoreWords(),
                Words.count(wire.getDiskFreePercent(), "free space"),
                Words.count(wire.getSensorsReporting(), "number of reporting sensors"),
                Words.count(wire.getSensors(), "number of sensors"),
                wire.getCloudWords());
    }

    public static io.vigil.contract.v1.ScreenBeat beat(ScreenBeat beat) {
        return io.vigil.contract.v1.ScreenBeat.newBuilder()
                .setScreen(beat.screen())
                .addAllDrawn(beat.drawn().stream().map(AlarmCodec::drawn).toList())
                .setHasSound(beat.hasSound())
                .build();
    }

    public static ScreenBeat beat(io.vigil.contract.v1.ScreenBeat wire) {
        Words.require(!wire.getScreen().isBlank(), "A screen does not say which one it is.");
        return new ScreenBeat(
                wire.getScreen(),
                wire.getDrawnList().stream().map(AlarmCodec::drawn).collect(Collectors.toUnmodifiableSet()),
                wire.getHasSound());
    }

    // People and commands.

    public static SignInRequest signIn(Credentials credentials) {
        return SignInRequest.newBuilder()
                .setPerson(credentials.person())
                .setPassword(credentials.password())
                .build();
    }

    public static Credentials signIn(SignInRequest wire) {
        Words.require(!wire.getPerson().isBlank(), "Say who you are.");
        Words.require(wire.getPerson().length() <= 100 && wire.getPassword().length() <= 1000, "That is too long.");
        return new Credentials(wire.getPerson().strip(), wire.getPassword());
    }

    public static SignInReply signedIn(SignedIn signedIn) {
        return SignInReply.newBuilder()
                .setToken(signedIn.token())
                .setPerson(WardCodec.person(signedIn.person()))
                .build();
    }

    public static SignedIn signedIn(SignInReply wire) {
        return new SignedIn(wire.getToken(), WardCodec.person(wire.getPerson()));
    }

    public static AcknowledgeCommand command(Command.Acknowledge command) {
        return AcknowledgeCommand.newBuilder()
                .setCommandId(command.id())
                .setAlarm(AlarmCodec.id(command.alarm()))
                .setAnnouncedAt(Words.micros(command.announcedAt()))
                .setReason(command.reason())
                .build();
    }

    public static Command.Acknowledge command(AcknowledgeCommand wire) {
        Words.require(wire.hasAlarm(), "An acknowledgement does not say which alarm it answers.");
        var alarm = AlarmCodec.id(wire.getAlarm());
        Words.require(
                wire.getAnnouncedAt() != 0, "An acknowledgement does not say which sounding of the alarm it answers.");
        return new Command.Acknowledge(
                Words.commandId(wire.getCommandId()),
                alarm,
                Words.instant(wire.getAnnouncedAt()),
                Words.reason(wire.getReason()));
    }

    public static PauseSoundCommand command(Command.PauseSound command) {
        return PauseSoundCommand.newBuilder().setCommandId(command.id()).build();
    }

    public static Command.PauseSound command(PauseSoundCommand wire) {
        return new Command.PauseSound(Words.commandId(wire.getCommandId()));
    }

    public static ShelveCommand command(Command.Shelve command) {
        return ShelveCommand.newBuilder()
                .setCommandId(command.id())
                .setSubject(command.subject().key())
                .setKind(AlarmCodec.kind(command.kind()))
                .setUntil(Words.micros(command.until()))
                .setReason(command.reason())
                .build();
    }

    public static Command.Shelve command(ShelveCommand wire) {
        return new Command.Shelve(
                Words.commandId(wire.getCommandId()),
                WardCodec.subject(wire.getSubject()),
                AlarmCodec.kind(wire.getKind()),
                Words.instant(wire.getUntil()),
                Words.reason(wire.getReason()));
    }

    public static UnshelveCommand command(Command.Unshelve command) {
        return UnshelveCommand.newBuilder()
                .setCommandId(command.id())
                .setSubject(command.subject().key())
                .setKind(AlarmCodec.kind(command.kind()))
                .setReason(command.reason())
                .build();
    }

    public static Command.Unshelve command(UnshelveCommand wire) {
        return new Command.Unshelve(
                Words.commandId(wire.getCommandId()),
                WardCodec.subject(wire.getSubject()),
                AlarmCodec.kind(wire.getKind()),
                Words.reason(wire.getReason()));
    }

    public static BeginSelfTestCommand command(Command.BeginSelfTest command) {
        return BeginSelfTestCommand.newBuilder().setCommandId(command.id()).build();
    }

    public static Command.BeginSelfTest command(BeginSelfTestCommand wire) {
        return new Command.BeginSelfTest(Words.commandId(wire.getCommandId()));
    }

    public static ConfirmSelfTestCommand command(Command.ConfirmSelfTest command) {
        return ConfirmSelfTestCommand.newBuilder()
                .setCommandId(command.id())
                .setTest(command.test())
                .setScreen(command.screen())
                .setHeard(command.heard())
                .build();
    }

    public static Command.ConfirmSelfTest command(ConfirmSelfTestCommand wire) {
        Words.require(!wire.getScreen().isBlank(), "A screen does not say which one it is.");
        return new Command.ConfirmSelfTest(
                Words.commandId(wire.getCommandId()),
                Words.commandId(wire.getTest()),
                wire.getScreen(),
                wire.getHeard());
    }

    public static ChangePolicyCommand command(Command.ChangePolicy command) {
        return ChangePolicyCommand.newBuilder()
                .setCommandId(command.id())
                .setSubject(command.subject().key())
                .addAllWishes(command.wishes().stream().map(PolicyCodec::wish).toList())
                .setReason(command.reason())
                .build();
    }

    public static Command.ChangePolicy command(ChangePolicyCommand wire) {
        return new Command.ChangePolicy(
                Words.commandId(wire.getCommandId()),
                WardCodec.subject(wire.getSubject()),
                wishes(wire.getWishesList()),
                Words.reason(wire.getReason()));
    }

    public static UndoPolicyChangeCommand command(Command.UndoPolicyChange command) {
        return UndoPolicyChangeCommand.newBuilder()
                .setCommandId(command.id())
                .setChange(command.change())
                .setReason(command.reason())
                .build();
    }

    public static Command.UndoPolicyChange command(UndoPolicyChangeCommand wire) {
        return new Command.UndoPolicyChange(
                Words.commandId(wire.getCommandId()),
                Words.count(wire.getChange(), "number of a change"),
                Words.reason(wire.getReason()));
    }

    private static List<PolicyWish> wishes(List<io.vigil.contract.v1.PolicyWish> wire) {
        Words.require(wire.size() <= MOST_WISHES, "At most " + MOST_WISHES + " settings are changed at once.");
        return wire.stream().map(PolicyCodec::wish).toList();
    }

    public static SignOutRequest command(Command.SignOut command) {
        return SignOutRequest.newBuilder().setCommandId(command.id()).build();
    }

    public static Command.SignOut command(SignOutRequest wire) {
        return new Command.SignOut(Words.commandId(wire.getCommandId()));
    }

    /** The number of the event that a command became. */
    public static CommandReply reply(long seq) {
        return CommandReply.newBuilder().setSeq(seq).build();
    }

    public static long reply(CommandReply wire) {
        return Words.count(wire.getSeq(), "number of an event");
    }

    // Sources.

    public static Delivery delivery(long number, List<ReceivedReading> readings, List<SensorReport> reports) {
        return Delivery.newBuilder()
                .setNumber(number)
                .addAllReadings(readings.stream().map(ReadingCodec::received).toList())
                .addAllReports(reports.stream().map(WardCodec::report).toList())
                .build();
    }

    /** What can be read is taken; what cannot is refused with a sentence and its place, and takes nothing with it. */
    public static Delivered delivery(Delivery wire, Instant receivedAt) {
        var readings = new ArrayList<ReceivedReading>(wire.getReadingsCount());
        var refused = new ArrayList<String>();
        for (int i = 0; i < wire.getReadingsCount(); i++) {
            try {
                readings.add(ReadingCodec.received(wire.getReadings(i), receivedAt));
            } catch (BadRequest bad) {
                refused.add("Reading " + (i + 1) + " of the delivery: " + bad.getMessage());
            }
        }
        var reports = new ArrayList<SensorReport>(wire.getReportsCount());
        for (int i = 0; i < wire.getReportsCount(); i++) {
            try {
                reports.add(WardCodec.report(wire.getReports(i)));
            } catch (BadRequest bad) {
                refused.add("Report " + (i + 1) + " of the delivery: " + bad.getMessage());
            }
        }
        return new Delivered(wire.getNumber(), readings, reports, refused);
    }

    public static io.vigil.contract.v1.Receipt receipt(long number, Receipt receipt) {
        return io.vigil.contract.v1.Receipt.newBuilder()
                .setNumber(number)
                .setTaken(receipt.taken())
                .setRepeatedBefore(receipt.repeated())
                .addAllRefused(receipt.refused())
                .build();
    }

    public static Receipt receipt(io.vigil.contract.v1.Receipt wire) {
        return new Receipt(
                Words.count(wire.getTaken(), "number of readings taken"),
                Words.count(wire.getRepeatedBefore(), "number of readings repeated"),
                List.copyOf(wire.getRefusedList()));
    }

    // The station, for technicians.

    public static StatusReply status(StationStatus status) {
        return StatusReply.newBuilder()
                .setVersion(status.version())
                .setStationId(status.stationId())
                .setNow(Words.micros(status.now()))
                .setStartedAt(Words.micros(status.startedAt()))
                .setPatients(status.patients())
                .addAllOpen(status.open().stream().map(AlarmCodec::open).toList())
                .setBeat(beat(status.beat()))
                .setReadings(status.readings())
                .setStoreBytes(status.storeBytes())
                .setNewestSeq(status.newestSeq())
                .setDiskFreeBytes(status.diskFreeBytes())
                .setLogSince(Words.micros(status.logSince()))
                .build();
    }

    public static StationStatus status(StatusReply wire) {
        return new StationStatus(
                wire.getVersion(),
                wire.getStationId(),
                Words.instant(wire.getNow()),
                Words.instant(wire.getStartedAt()),
                Words.count(wire.getPatients(), "number of patients"),
                wire.getOpenList().stream().map(AlarmCodec::open).toList(),
                beat(wire.getBeat()),
                Words.count(wire.getReadings(), "number of readings"),
                Words.count(wire.getStoreBytes(), "size of the store"),
                Words.count(wire.getNewestSeq(), "number of the newest event"),
                Words.count(wire.getDiskFreeBytes(), "free room on the disk"),
                Words.instant(wire.getLogSince()));
    }
}
