package io.vigil.contract;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
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
import io.vigil.contract.v1.StatusReply;
import io.vigil.contract.v1.StatusRequest;
import io.vigil.contract.v1.SubscribeRequest;
import io.vigil.contract.v1.Told;
import io.vigil.contract.v1.UndoPolicyChangeCommand;
import io.vigil.contract.v1.UnshelveCommand;
import io.vigil.contract.v1.WhatIfReply;
import io.vigil.contract.v1.WhatIfRequest;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import io.vigil.glucose.KeptReading;
import io.vigil.glucose.Origin;
import io.vigil.glucose.Reading;
import io.vigil.glucose.ReadingId;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.policy.Hours;
import io.vigil.policy.Limits;
import io.vigil.policy.NumberedChange;
import io.vigil.policy.PolicyChange;
import io.vigil.policy.PolicyEdit;
import io.vigil.policy.PolicyPage;
import io.vigil.policy.PolicySheet;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.Preset;
import io.vigil.policy.SetBy;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.policy.WhatIf;
import io.vigil.ward.Patient;
import io.vigil.ward.PatientId;
import io.vigil.ward.Person;
import io.vigil.ward.Receipt;
import io.vigil.ward.ReceivedReading;
import io.vigil.ward.Role;
import io.vigil.ward.SensorReport;
import io.vigil.ward.SensorSession;
import io.vigil.ward.Station;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The messages as they were when they first shipped, and what they mean. The files are never changed: a message that no
 * longer reads as it did breaks somebody's station.
 */
final class GoldenMessages {

    /** One message: its file's name, what it means to us, and its two ways. */
    record Golden<W extends Message>(String name, Object meaning, W wire, W empty, Function<W, Object> read) {

        Path binary() {
            return FOLDER.resolve(name + ".binpb");
        }

        Path text() {
            return FOLDER.resolve(name + ".txtpb");
        }

        W storedBinary() {
            try {
                return parsed(empty.newBuilderForType().mergeFrom(Files.readAllBytes(binary())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        W storedText() {
            try {
                var builder = empty.newBuilderForType();
                TextFormat.merge(Files.readString(text()), builder);
                return parsed(builder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @SuppressWarnings("unchecked") // a builder made by a message builds that message
        private W parsed(Message.Builder builder) {
            return (W) builder.build();
        }

        Object read(W message) {
            return read.apply(message);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final Path FOLDER = Path.of(System.getProperty("vigil.root"), "resources", "contract", "golden", "v1");

    private static final Instant NIGHT = Instant.parse("2026-03-29T00:55:00.000250Z");
    private static final PatientId OSEI = new PatientId("bed-07");
    private static final Reading FIFTY_ONE = new Reading.Measured(NIGHT, Glucose.mgPerDl(51.3));
    private static final AlarmId URGENT = new AlarmId(OSEI, AlarmKind.URGENT_LOW, NIGHT);
    static final Person NURSE = new Person("mk", "M. Keller", Role.NURSE);
    private static final Patient PATIENT = new Patient(
            OSEI, "Bed 07", "Osei, Margaret", LocalDate.of(1958, 3, 14), "4711-0815", "Type 1, day 2 after surgery");
    private static final SensorSession SENSOR = new SensorSession(
            OSEI,
            "replay",
            "night-3",
            "SN-8841",
            "left upper arm",
            NIGHT.minus(Duration.ofDays(3)),
            NIGHT.plus(Duration.ofDays(7)),
            Duration.ofMinutes(5));
    private static final Limits LIMITS = new Limits(
            Glucose.mgPerDl(54),
            Glucose.mgPerDl(69.6),
            Glucose.mgPerDl(250),
            Duration.ofMinutes(20),
            "Ward preset",
            NIGHT.minus(Duration.ofDays(30)));
    private static final AlarmState.Open UNANSWERED = new AlarmState.Open(
            NIGHT,
            NIGHT.plusSeconds(300),
            new Condition.Present(),
            new Evidence.ByReading(FIFTY_ONE),
            new Answer.Nobody(NIGHT.plusSeconds(300), true, 1));
    private static final AlarmState.Open ANSWERED = new AlarmState.Open(
            NIGHT,
            NIGHT,
            new Condition.Recovered(NIGHT.plusSeconds(900)),
            new Evidence.ByReading(new Reading.BelowRange(NIGHT)),
            new Answer.Acknowledged("mk", NIGHT.plusSeconds(60), NIGHT.plusSeconds(960), "Juice given"));
    private static final Shelf SHELF =
            new Shelf(OSEI, AlarmKind.HIGH, "mk", "Meal at six", NIGHT, NIGHT.plusSeconds(7200));
    private static final PolicyChange CHANGE = new PolicyChange(
            OSEI,
            List.of(
                    new PolicyEdit.OfPreset(Optional.empty(), Optional.of(Preset.INPATIENT)),
                    new PolicyEdit.OfValue(
                            Setting.LOW_BELOW,
                            Hours.AT_NIGHT,
                            Optional.of(SettingValue.mgPerDl(80)),
                            Optional.of(SettingValue.mgPerDl(85)))),
            new Person("ro", "R. Okafor", Role.DOCTOR),
            "Unaware of her lows",
            NIGHT,
            0,
            new PolicyPage(
                    Optional.of(new PolicyPage.Chosen(Preset.INPATIENT, "R. Okafor", NIGHT)),
                    Map.of(
                            new PolicyPage.Slot(Setting.LOW_BELOW, Hours.AT_NIGHT),
                            new PolicyPage.Held(SettingValue.mgPerDl(85), "R. Okafor", NIGHT),
                            new PolicyPage.Slot(Setting.SIGNAL_LOST_AFTER, Hours.ALWAYS),
                            new PolicyPage.Held(SettingValue.of(Duration.ofMinutes(15)), "T. Lund", NIGHT))));
    private static final PolicyChange UNDONE = new PolicyChange(
            Station.THIS,
            List.of(
                    new PolicyEdit.OfPreset(Optional.of(Preset.ADULT), Optional.empty()),
                    new PolicyEdit.OfValue(
                            Setting.NIGHT_FROM,
                            Hours.ALWAYS,
                            Optional.of(SettingValue.of(LocalTime.of(21, 30))),
                            Optional.empty())),
            new Person("ad", "A. Dietz", Role.ADMINISTRATOR),
            "Set for the wrong ward",
            NIGHT,
            4711,
            PolicyPage.EMPTY);
    private static final List<PolicyWish> WISHES = List.of(
            new PolicyWish.Put(Setting.LOW_BELOW, Hours.ALWAYS, SettingValue.mgPerDl(85)),
            new PolicyWish.Put(Setting.switchOf(AlarmKind.HIGH).orElseThrow(), Hours.AT_NIGHT, SettingValue.OFF),
            new PolicyWish.Release(Setting.quietFor(AlarmKind.LOW), Hours.AT_NIGHT),
            new PolicyWish.Choose(Preset.OLDER_OR_HIGH_RISK),
            new PolicyWish.FollowWard());
    private static final SelfTest TEST = new SelfTest("0197-0009", "planned", NIGHT);
    private static final AgentBeat BEAT = new AgentBeat(NIGHT.plusSeconds(1), 60, 4711, true, "", 81, 11, 12, "");
    private static final Telling.AlarmsNow ALARMS = new Telling.AlarmsNow(
            List.of(
                    new OpenAlarm(URGENT, UNANSWERED, 54),
                    new OpenAlarm(
                            new AlarmId(Station.THIS, AlarmKind.DISK_FILLING, NIGHT),
                            new AlarmState.Open(
                                    NIGHT,
                                    NIGHT,
                                    new Condition.Present(),
                                    new Evidence.ByStation("4 % of the disk is free"),
                                    Answer.Nobody.yet(NIGHT)),
                            0)),
            new SoundPause(NIGHT.plusSeconds(120), "Ward screen"),
            List.of(SHELF));

    private GoldenMessages() {}

    static List<Golden<?>> all() {
        var all = new ArrayList<Golden<?>>();
        tellings()
                .forEach((name, telling) -> all.add(new Golden<>(
                        "told-" + name, telling, Codec.told(telling), Told.getDefaultInstance(), Codec::told)));
        events().forEach((name, event) -> {
            var numbered = new NumberedEvent(4711, NIGHT, event);
            all.add(new Golden<>(
                    "event-" + name, numbered, Codec.event(numbered), Event.getDefaultInstance(), Codec::event));
        });

        all.add(new Golden<>(
                "subscribe-request",
                4710L,
                Codec.subscribe(4710),
                SubscribeRequest.getDefaultInstance(),
                Codec::afterSeq));
        var readings = new Question.Readings(OSEI, NIGHT, NIGHT.plusSeconds(3600));
        all.add(new Golden<>(
                "readings-request",
                readings,
                Codec.question(readings),
                ReadingsRequest.getDefaultInstance(),
                Codec::question));
        var pack = List.of(
                new KeptReading(FIFTY_ONE, Origin.LIVE),
                new KeptReading(new Reading.BelowRange(NIGHT.plusSeconds(300)), Origin.BACKFILLED),
                new KeptReading(new Reading.AboveRange(NIGHT.plusSeconds(600)), Origin.IMPORTED));
        all.add(new Golden<>("readings-pack", pack, Codec.pack(pack), ReadingsPack.getDefaultInstance(), Codec::pack));
        var about = new Question.Events(Station.THIS, NIGHT, NIGHT.plusSeconds(3600));
        all.add(new Golden<>(
                "events-request", about, Codec.question(about), EventsRequest.getDefaultInstance(), Codec::question));
        var ofAll = new Question.AllEvents(NIGHT, NIGHT.plusSeconds(3600));
        all.add(new Golden<>(
                "events-request-all",
                ofAll,
                Codec.question(ofAll),
                EventsRequest.getDefaultInstance(),
                Codec::question));
        var told = List.of(new NumberedEvent(1, NIGHT, new WardEvent.AgentStarted("1.0.0", "")));
        all.add(new Golden<>(
                "events-reply", told, Codec.events(told), EventsReply.getDefaultInstance(), Codec::events));

        var kinds = everyKind();
        all.add(new Golden<>(
                "events-reply-every-kind",
                kinds,
                Codec.events(kinds),
                EventsReply.getDefaultInstance(),
                Codec::events));

        var failing = new AgentBeat(NIGHT, 1, 0, false, "The disk is full", 0, 0, 12, "Away since 02:10");
        all.add(new Golden<>(
                "agent-beat",
                failing,
                Codec.beat(failing),
                io.vigil.contract.v1.AgentBeat.getDefaultInstance(),
                Codec::beat));
        var screen =
                new ScreenBeat("ward-screen-1", Set.of(new DrawnAlarm(URGENT, NIGHT.plusSeconds(300), true)), true);
        all.add(new Golden<>(
                "screen-beat",
                screen,
                Codec.beat(screen),
                io.vigil.contract.v1.ScreenBeat.getDefaultInstance(),
                Codec::beat));

        var credentials = new Credentials("mk", "correct horse battery staple");
        all.add(new Golden<>(
                "sign-in-request",
                credentials,
                Codec.signIn(credentials),
                SignInRequest.getDefaultInstance(),
                Codec::signIn));
        var signedIn = new SignedIn("dGhpcyBpcyBubyByZWFsIHRva2Vu", NURSE);
        all.add(new Golden<>(
                "sign-in-reply",
                signedIn,
                Codec.signedIn(signedIn),
                SignInReply.getDefaultInstance(),
                Codec::signedIn));
        var signOut = new Command.SignOut("0197-0001");
        all.add(new Golden<>(
                "sign-out-request",
                signOut,
                Codec.command(signOut),
                SignOutRequest.getDefaultInstance(),
                Codec::command));
        var acknowledge = new Command.Acknowledge("0197-0002", URGENT, NIGHT.plusSeconds(300), "Juice given");
        all.add(new Golden<>(
                "acknowledge-command",
                acknowledge,
                Codec.command(acknowledge),
                AcknowledgeCommand.getDefaultInstance(),
                Codec::command));
        var shelve = new Command.Shelve("0197-0005", OSEI, AlarmKind.HIGH, NIGHT.plusSeconds(7200), "Meal at six");
        all.add(new Golden<>(
                "shelve-command", shelve, Codec.command(shelve), ShelveCommand.getDefaultInstance(), Codec::command));
        var unshelve = new Command.Unshelve("0197-0006", OSEI, AlarmKind.HIGH, "Insulin adjusted");
        all.add(new Golden<>(
                "unshelve-command",
                unshelve,
                Codec.command(unshelve),
                UnshelveCommand.getDefaultInstance(),
                Codec::command));
        var beginTest = new Command.BeginSelfTest("0197-0007");
        all.add(new Golden<>(
                "begin-self-test-command",
                beginTest,
                Codec.command(beginTest),
                BeginSelfTestCommand.getDefaultInstance(),
                Codec::command));
        var confirmTest = new Command.ConfirmSelfTest("0197-0008", TEST.id(), "ward-screen-1", true);
        all.add(new Golden<>(
                "confirm-self-test-command",
                confirmTest,
                Codec.command(confirmTest),
                ConfirmSelfTestCommand.getDefaultInstance(),
                Codec::command));
        var pause = new Command.PauseSound("0197-0003");
        all.add(new Golden<>(
                "pause-sound-command",
                pause,
                Codec.command(pause),
                PauseSoundCommand.getDefaultInstance(),
                Codec::command));
        var change = new Command.ChangePolicy("0197-0004", OSEI, WISHES, "Unaware of her lows");
        all.add(new Golden<>(
                "change-policy-command",
                change,
                Codec.command(change),
                ChangePolicyCommand.getDefaultInstance(),
                Codec::command));
        var undo = new Command.UndoPolicyChange("0197-0005", 4711, "Set for the wrong ward");
        all.add(new Golden<>(
                "undo-policy-change-command",
                undo,
                Codec.command(undo),
                UndoPolicyChangeCommand.getDefaultInstance(),
                Codec::command));
        all.add(new Golden<>(
                "policy-request", OSEI, Codec.policy(OSEI), PolicyRequest.getDefaultInstance(), Codec::policy));
        var sheet = new PolicySheet(
                OSEI,
                NIGHT,
                true,
                Optional.of(Preset.INPATIENT),
                Arrays.stream(SetBy.Layer.values())
                        .map(layer -> line(Setting.LOW_BELOW, SettingValue.mgPerDl(85), layer))
                        .toList(),
                List.of(new NumberedChange(4712, UNDONE), new NumberedChange(4711, CHANGE)));
        all.add(new Golden<>(
                "policy-reply", sheet, Codec.policy(sheet), PolicyReply.getDefaultInstance(), Codec::policy));
        var imagined = new Imagined(OSEI, WISHES);
        all.add(new Golden<>(
                "what-if-request",
                imagined,
                Codec.imagined(imagined),
                WhatIfRequest.getDefaultInstance(),
                Codec::imagined));
        var whatIf = new WhatIf(
                NIGHT.minus(Duration.ofDays(14)),
                NIGHT,
                4032,
                List.of(new WhatIf.Rung(
                        AlarmKind.SIGNAL_LOST,
                        NIGHT,
                        Optional.empty(),
                        new Evidence.BySilence(NIGHT.minusSeconds(1200)),
                        20)),
                List.of(
                        new WhatIf.Rung(
                                AlarmKind.LOW,
                                NIGHT,
                                Optional.of(NIGHT.plusSeconds(900)),
                                new Evidence.ByReading(FIFTY_ONE),
                                85),
                        new WhatIf.Rung(
                                AlarmKind.SIGNAL_LOST,
                                NIGHT,
                                Optional.empty(),
                                new Evidence.BySilence(NIGHT.minusSeconds(900)),
                                15)));
        all.add(new Golden<>(
                "what-if-reply", whatIf, Codec.whatIf(whatIf), WhatIfReply.getDefaultInstance(), Codec::whatIf));
        all.add(new Golden<>(
                "command-reply", 4712L, Codec.reply(4712), CommandReply.getDefaultInstance(), Codec::reply));

        var received = new ReceivedReading(
                OSEI,
                new ReadingId("replay", "night-3", 864),
                FIFTY_ONE,
                Origin.LIVE,
                120,
                NIGHT.plusSeconds(2),
                Duration.ofMillis(-1500));
        var report = new SensorReport(OSEI, "replay", "night-3", NIGHT, new SensorReport.Fact.Battery(12));
        all.add(new Golden<>(
                "delivery",
                new Delivered(7, List.of(received), List.of(report), List.of()),
                Codec.delivery(7, List.of(received), List.of(report)),
                Delivery.getDefaultInstance(),
                wire -> Codec.delivery(wire, received.receivedAt())));
        var receipt = new Receipt(1, 2, List.of("Reading 3 of the delivery: A reading has no value."));
        all.add(new Golden<>(
                "receipt",
                receipt,
                Codec.receipt(7, receipt),
                io.vigil.contract.v1.Receipt.getDefaultInstance(),
                Codec::receipt));

        all.add(new Golden<>(
                "status-request",
                "nothing is asked but the status",
                StatusRequest.getDefaultInstance(),
                StatusRequest.getDefaultInstance(),
                _ -> "nothing is asked but the status"));
        var status = new StationStatus(
                "1.0.0",
                "st-01",
                NIGHT,
                NIGHT.minusSeconds(86_400),
                12,
                ALARMS.open(),
                BEAT,
                311_040,
                933_120,
                4711,
                5_000_000_000L,
                NIGHT.minusSeconds(604_800));
        all.add(new Golden<>(
                "status-reply", status, Codec.status(status), StatusReply.getDefaultInstance(), Codec::status));
        return all;
    }

    private static PolicySheet.Line line(Setting setting, SettingValue value, SetBy.Layer layer) {
        return new PolicySheet.Line(
                setting,
                setting.guardrail(),
                value,
                new SetBy(layer, "R. Okafor", NIGHT),
                setting.standard(),
                Optional.of(setting.standard()),
                layer == SetBy.Layer.PATIENT_AT_NIGHT ? Optional.of(value) : Optional.empty());
    }

    private static Map<String, Telling> tellings() {
        return Map.of(
                "snapshot",
                new Telling.Snapshot(
                        4711,
                        new StationFacts("st-01", "Ward 4B", "Station 2", ZoneId.of("Europe/Berlin"), "1.0.0"),
                        List.of(
                                new PatientNow(
                                        PATIENT,
                                        Optional.of(SENSOR),
                                        LIMITS,
                                        List.of(new KeptReading(FIFTY_ONE, Origin.LIVE))),
                                new PatientNow(
                                        new Patient(
                                                new PatientId("bed-08"),
                                                "Bed 08",
                                                "Lind, Per",
                                                LocalDate.of(1990, 12, 1),
                                                "",
                                                ""),
                                        Optional.empty(),
                                        LIMITS,
                                        List.of())),
                        ALARMS,
                        BEAT),
                "taken",
                new Telling.Taken(OSEI, new KeptReading(FIFTY_ONE, Origin.LIVE)),
                "alarms-now",
                ALARMS,
                "alarms-now-none",
                new Telling.AlarmsNow(List.of(), SoundPause.NONE, List.of()),
                "self-test",
                new Telling.Tested(TEST),
                "event",
                new Telling.Happened(new NumberedEvent(4712, NIGHT, new WardEvent.SignedIn(NURSE))));
    }

    /** One alarm of every kind, resting on each thing that an alarm can rest on. */
    private static List<NumberedEvent> everyKind() {
        var rests = List.of(
                new Evidence.ByForecast(FIFTY_ONE, Glucose.mgPerDl(48.7), 62, Duration.ofMinutes(30)),
                new Evidence.ByRate(FIFTY_ONE, new GlucoseRate(-3.25)),
                new Evidence.ByMoment(NIGHT.plusSeconds(7200)),
                new Evidence.ByAmount(-90));
        var events = new ArrayList<NumberedEvent>();
        for (var kind : AlarmKind.values()) {
            var evidence = rests.get(kind.ordinal() % rests.size());
            events.add(new NumberedEvent(
                    100 + kind.ordinal(), NIGHT, changed(kind, AlarmStep.RAISED, evidence, 30, UNANSWERED)));
        }
        return List.copyOf(events);
    }

    private static SelfTest.Result result(boolean heard, String failure) {
        return new SelfTest.Result(
                TEST, List.of(new SelfTest.Confirmation("ward-screen-1", heard, Duration.ofMillis(250))), failure);
    }

    private static WardEvent reported(SensorReport.Fact fact) {
        return new WardEvent.SensorReported(new SensorReport(OSEI, "replay", "night-3", NIGHT, fact));
    }

    private static Map<String, WardEvent> events() {
        return Map.ofEntries(
                Map.entry(
                        "alarm-raised",
                        changed(
                                AlarmKind.URGENT_LOW,
                                AlarmStep.RAISED,
                                new Evidence.ByReading(FIFTY_ONE),
                                54,
                                UNANSWERED)),
                Map.entry(
                        "alarm-raised-by-a-fall",
                        changed(
                                AlarmKind.FALLING_FAST,
                                AlarmStep.RAISED,
                                new Evidence.ByRate(FIFTY_ONE, new GlucoseRate(-3.25)),
                                -30,
                                UNANSWERED)),
                Map.entry(
                        "alarm-reannounced",
                        changed(
                                AlarmKind.LOW,
                                AlarmStep.REANNOUNCED,
                                new Evidence.ByReading(FIFTY_ONE),
                                70,
                                UNANSWERED)),
                Map.entry(
                        "alarm-escalated",
                        changed(
                                AlarmKind.HIGH,
                                AlarmStep.ESCALATED,
                                new Evidence.ByReading(new Reading.AboveRange(NIGHT)),
                                250,
                                UNANSWERED)),
                Map.entry(
                        "alarm-acknowledged",
                        changed(
                                AlarmKind.SIGNAL_LOST,
                                AlarmStep.ACKNOWLEDGED,
                                new Evidence.BySilence(NIGHT),
                                20,
                                ANSWERED)),
                Map.entry(
                        "alarm-recovered",
                        changed(
                                AlarmKind.STORE_FAILING,
                                AlarmStep.RECOVERED,
                                new Evidence.ByStation("It writes again"),
                                0,
                                ANSWERED)),
                Map.entry(
                        "alarm-cleared",
                        changed(
                                AlarmKind.DISK_FILLING,
                                AlarmStep.CLEARED,
                                new Evidence.ByStation("12 % of the disk is free"),
                                0,
                                new AlarmState.Clear())),
                Map.entry(
                        "alarm-shown", new WardEvent.AlarmShown(URGENT, NIGHT.plusSeconds(300), "ward-screen-1", true)),
                Map.entry("alarm-shelved", new WardEvent.AlarmShelved(SHELF)),
                Map.entry("alarm-unshelved", new WardEvent.AlarmUnshelved(SHELF, "ro", "Insulin adjusted")),
                Map.entry("sensor-runs", reported(new SensorReport.Fact.Runs())),
                Map.entry("sensor-warms-up", reported(new SensorReport.Fact.WarmsUp(NIGHT.plusSeconds(1800)))),
                Map.entry("sensor-faulty", reported(new SensorReport.Fact.Faulty("Sensor error 9"))),
                Map.entry("sensor-stopped", reported(new SensorReport.Fact.Stopped())),
                Map.entry("sensor-battery", reported(new SensorReport.Fact.Battery(12))),
                Map.entry("sensor-calibration-due", reported(new SensorReport.Fact.CalibrationDue(NIGHT))),
                Map.entry("sensor-clock-ahead", reported(new SensorReport.Fact.ClockAhead(Duration.ofMillis(-90_250)))),
                Map.entry("self-test-begun", new WardEvent.SelfTestBegun(TEST)),
                Map.entry("self-test-passed", new WardEvent.SelfTestEnded(result(true, ""))),
                Map.entry(
                        "self-test-failed",
                        new WardEvent.SelfTestEnded(result(false, "A screen drew the test and made no sound."))),
                Map.entry("patient-admitted", new WardEvent.PatientAdmitted(PATIENT)),
                Map.entry("sensor-started", new WardEvent.SensorStarted(SENSOR)),
                Map.entry("sound-paused", new WardEvent.SoundPaused(NIGHT.plusSeconds(120), "Ward screen")),
                Map.entry("signed-in-nurse", new WardEvent.SignedIn(NURSE)),
                Map.entry("signed-in-doctor", new WardEvent.SignedIn(new Person("ro", "R. Okafor", Role.DOCTOR))),
                Map.entry(
                        "signed-out-technician", new WardEvent.SignedOut(new Person("tl", "T. Lund", Role.TECHNICIAN))),
                Map.entry(
                        "signed-out-administrator",
                        new WardEvent.SignedOut(new Person("ad", "A. Dietz", Role.ADMINISTRATOR))),
                Map.entry("agent-started", new WardEvent.AgentStarted("1.0.0", "The last run ended without a word")),
                Map.entry("policy-changed", new WardEvent.PolicyChanged(CHANGE)),
                Map.entry("policy-change-undone", new WardEvent.PolicyChanged(UNDONE)),
                Map.entry("refused", new WardEvent.Refused("night.csv, line 12", "A glucose of 4000 mg/dL cannot be")));
    }

    private static WardEvent changed(AlarmKind kind, AlarmStep to, Evidence evidence, int limit, AlarmState state) {
        var subject = kind == AlarmKind.STORE_FAILING || kind == AlarmKind.DISK_FILLING ? Station.THIS : OSEI;
        return new WardEvent.AlarmChanged(
                new AlarmChange(new AlarmId(subject, kind, NIGHT), to, NIGHT.plusSeconds(60), evidence, limit, state));
    }

    /** Writes the files of messages that have none yet. What stands is never touched. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(FOLDER);
        for (var golden : all()) {
            if (!Files.exists(golden.binary())) {
                Files.write(golden.binary(), golden.wire().toByteArray());
                Files.writeString(golden.text(), TextFormat.printer().printToString(golden.wire()));
            }
        }
    }
}
