package io.vigil.agent.health;

import static java.util.stream.Collectors.joining;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmKind.Matter;
import io.vigil.alarm.AlarmManner;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.Shelf;
import io.vigil.alarm.SoundPause;
import io.vigil.glucose.FreshRun;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import io.vigil.policy.AlarmPolicy;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.rule.AlarmRule;
import io.vigil.rule.AlarmRule.HighGlucose;
import io.vigil.rule.AlarmRule.LowGlucose;
import io.vigil.rule.AlarmRule.SignalLost;
import io.vigil.rule.AlarmRule.UrgentLow;
import io.vigil.rule.AlarmRule.VeryHigh;
import io.vigil.rule.FallingFast;
import io.vigil.rule.ImplausibleJump;
import io.vigil.rule.PersistentHigh;
import io.vigil.rule.RisingFast;
import io.vigil.rule.SensorRule;
import io.vigil.rule.SensorRule.CalibrationDue;
import io.vigil.rule.SensorRule.ClockSkewed;
import io.vigil.rule.SensorRule.SensorBatteryLow;
import io.vigil.rule.SensorRule.SensorExpired;
import io.vigil.rule.SensorRule.SensorExpiring;
import io.vigil.rule.SensorRule.SensorFault;
import io.vigil.rule.SensorRule.WarmUp;
import io.vigil.rule.StuckValue;
import io.vigil.rule.SuspectedCompression;
import io.vigil.rule.UrgentLowSoon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a maker discloses of each alarm (IEC 60601-1-8): when it rises and ends, its delays, what silences it and for how long.
 * Its figures are those of the code; a new rule or kind does not compile before it says here what it does.
 */
final class AlarmsDisclosed {

    static final Path PAGE =
            Path.of(System.getProperty("vigil.root"), "resources", "requirements", "alarms-disclosed.md");

    private static final AlarmPolicy POLICY = AlarmPolicy.standard();
    private static final Map<AlarmKind, AlarmRule> RULES =
            POLICY.rules().stream().collect(Collectors.toMap(AlarmRule::kind, Function.identity()));
    private static final Duration NO_WAIT = Duration.ZERO;

    /**
     * How one alarm comes and goes.
     *
     * @param rises what must be so
     * @param ends what must be so for its condition to be over
     * @param delay from when the body or the machine is so until the condition is present: the condition delay
     */
    private record Algorithm(String rises, String ends, String delay) {}

    private AlarmsDisclosed() {}

    /** Writes the page. */
    static void main() throws IOException {
        Files.writeString(PAGE, page());
    }

    static String page() {
        return String.join("\n", List.of(foreword(), priorities(), silences(), delays(), alarms()));
    }

    private static String foreword() {
        return """
                # The alarms, disclosed

                What each alarm does, as IEC 60601-1-8 asks a maker to say of an alarm system that judges. `AlarmsDisclosed` writes
                this page from the code, with the standard of every setting; a test fails when it is stale. Why each alarm is there
                says [hazards.md](hazards.md); what may be set, how far and by whom, [policy-rights.md](policy-rights.md).
                """;
    }

    private static String priorities() {
        return """
                ## Priorities

                | | high | medium | low |
                | --- | --- | --- | --- |
                %s
                %s
                %s
                %s
                %s

                The flash and the tone of each priority are those of `Flash` and `Tone`; a low alarm is steady. How long nobody has
                answered is counted from the first sounding. Within a priority, not knowing stands above all that is known.
                """.formatted(
                        ofEach(
                                "over and unanswered, it",
                                priority -> kind(priority).isLatching()
                                        ? "stays until somebody has answered (latching)"
                                        : "ends by itself"),
                        ofEach(
                                "unanswered, it sounds anew every",
                                priority -> in(manner(priority).remindAfter())),
                        ofEach(
                                "unanswered and shown, its call goes up after",
                                priority -> rungs(manner(priority).ladder().shown())),
                        ofEach(
                                "unanswered and shown nowhere, after",
                                priority -> rungs(manner(priority).ladder().unshown())),
                        ofEach(
                                "it can be put aside for",
                                priority -> Shelf.mayLie(kind(priority)) ? "at most " + in(Shelf.LONGEST) : "never"));
    }

    private static String silences() {
        return """
                ## What silences an alarm, and what never does

                | what | whom it takes | what is silenced | for how long |
                | --- | --- | --- | --- |
                | a pause of the sound | anybody | the sound of the station; a high alarm that begins meanwhile is heard | %s |
                | an answer | a person signed in, with a reason | that sounding of that alarm, and the lesser ones of the same direction that it speaks for | the alarm's quiet, below; it sounds again if its condition is not known to be over |
                | a shelf | a doctor or a nurse, with a reason and an end | one kind of one patient, or of the station | %s at most |
                | a greater alarm of the same direction | nobody | reminders and calls of the lesser | while the greater is present and not put aside |
                | a switch in the settings | who may change it | that kind, where it can be switched off; what is open stays | until it is switched on |

                Nothing else does. Not a reading that is missing or too old; not the loss of the cloud, the network or a screen; not a
                full disk; not a restart, which keeps alarms, answers and shelves; not a clock that is set back, which ends quiets,
                pauses and shelves rather than stretch them; not the sound of another alarm; not an answer given to another alarm, to
                an earlier sounding of this one, or by somebody who saw neither. No pause, answer or shelf hides an alarm from the eye.
                """.formatted(in(SoundPause.LENGTH), in(Shelf.LONGEST));
    }

    private static String delays() {
        return """
                ## Delays

                The condition delay, from the body or the machine to the condition, is said of each alarm below. Every reading is
                judged as it comes, and everything else each second; a sensor gives a reading every 1 to 15 minutes and lags behind the
                blood, which no station can shorten. The signal delay, from the condition to what is seen and heard, has no wait of our
                making: judging asks no disk, no network and no model. It is measured for each alarm and kept in its proof
                (raised, drawn by which screen and after how long, heard); `vigil bench alarm-latency` prints its distribution.

                A reading is trusted for %s. What is older says neither that a condition is present nor that it is over. Of what came late only
                lows and highs are told, by the time of the reading: how fast glucose went then, or how a sensor was, helps nobody now.
                """.formatted(POLICY.value(Setting.TRUSTED_FOR));
    }

    private static String alarms() {
        return """
                ## Each alarm

                """ + Arrays.stream(Matter.values()).map(AlarmsDisclosed::alarms).collect(joining("\n"));
    }

    private static String alarms(Matter matter) {
        var heading = switch (matter) {
            case FALL -> "Glucose that is or goes too low";
            case RISE -> "Glucose that is or goes too high";
            case SENSOR -> "Sensors";
            case STATION -> "The station itself";
        };
        return """
                ### %s

                | alarm | priority | rises | is over | condition delay | quiet after an answer | can be switched off |
                | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        heading,
                        Arrays.stream(AlarmKind.values())
                                .filter(kind -> kind.matter() == matter)
                                .map(AlarmsDisclosed::row)
                                .collect(joining("\n")));
    }

    private static String row(AlarmKind kind) {
        var algorithm = RULES.containsKey(kind) ? ofRule(RULES.get(kind)) : ofStation(kind);
        var quiet = Setting.quietFor(kind);
        return row(
                "`" + kind.word() + "`",
                word(kind.priority()),
                algorithm.rises(),
                algorithm.ends(),
                algorithm.delay(),
                quiet.standard() + ", at most " + quiet.guardrail().most(),
                Setting.switchOf(kind).isPresent() ? "yes" : "no");
    }

    private static Algorithm ofRule(AlarmRule rule) {
        return switch (rule) {
            case UrgentLow(var atOrBelow, var recoversAt, var readings, var _) ->
                new Algorithm(
                        "one reading at or under " + in(atOrBelow) + ", or LO",
                        readings + " readings in a row of " + in(recoversAt) + " or more",
                        none());
            case UrgentLowSoon soon ->
                new Algorithm(
                        "glucose is not under " + in(soon.below()) + ", and is likely to be: by " + soon.likelyPercent()
                                + " % within " + in(soon.within())
                                + ", or by a quarter of that within 10m; by up to three times"
                                + " as much for who was near the limit for much of the last day",
                        "two readings in a row agree that it is likely by less than " + soon.unlikelyPercent()
                                + " %, and a quarter of that; while glucose is under the limit it neither rises nor ends",
                        "three fresh readings");
            case LowGlucose(var below, var recoversAt, var _) ->
                new Algorithm(
                        "one reading under " + in(below) + ", or LO",
                        "a reading of " + in(recoversAt) + " or more",
                        none());
            case HighGlucose(var above, var recovers, var readings, var _) -> over(above, recovers, readings);
            case VeryHigh(var above, var recovers, var readings, var _) -> over(above, recovers, readings);
            case PersistentHigh high ->
                new Algorithm(
                        "every reading of " + in(high.lasting()) + " was over " + in(high.above())
                                + ", HI among them, without a gap of more than " + in(high.trustedFor()),
                        "a reading of " + in(high.recoversAtOrBelow()) + " or less",
                        in(high.lasting()));
            case FallingFast fall -> fast("fall", fall.rate(), fall.towards(), fall.ahead(), fall.agreeing());
            case RisingFast rise -> fast("rise", rise.rate(), rise.towards(), rise.ahead(), rise.agreeing());
            case SignalLost lost ->
                new Algorithm(
                        "no reading for " + in(lost.after())
                                + ", of a sensor that neither warms up nor has ended; one that never spoke is missed too",
                        "a reading; a sensor that is told to warm up, or to have ended",
                        in(lost.after()) + " from the last reading");
            case StuckValue stuck ->
                new Algorithm(
                        "the same number to the tenth for " + in(stuck.after()) + " and " + stuck.readings()
                                + " times; not LO, HI or the edges of what sensors measure",
                        "another number, twice the same at most",
                        in(stuck.after()));
            case ImplausibleJump jump ->
                new Algorithm(
                        "two readings at most " + in(FreshRun.UNBROKEN) + " apart differ by " + in(jump.atLeast())
                                + " and " + in(jump.rate()) + " or more, either way",
                        "readings without one for " + in(jump.settledAfter()),
                        none());
            case SuspectedCompression dip ->
                new Algorithm(
                        "between " + dip.nightFrom() + " and " + dip.nightTo() + ", after a dip under "
                                + in(dip.below())
                                + " of at most " + in(dip.longest()) + ", which fell and rose by " + in(dip.rate())
                                + " or more, and ended within " + in(dip.within()) + " of where it came from",
                        "the dip is over for " + in(dip.longest()),
                        "the dip itself: it is told after the recovery, and takes nothing from the low");
            case SensorRule sensor -> ofSensor(sensor);
        };
    }

    private static Algorithm ofSensor(SensorRule rule) {
        return switch (rule) {
            case SensorFault() ->
                new Algorithm(
                        "the sensor says that it is broken",
                        "it has said otherwise for " + in(SensorRule.SETTLED_AFTER) + "; another sensor measures",
                        none());
            case SensorExpiring(var before, var life) ->
                new Algorithm(
                        in(before) + " before the end of its session, and through a grace of " + in(life.grace()),
                        "a new sensor; its end",
                        none());
            case SensorExpired(var life) ->
                new Algorithm(
                        "it was stopped, or its session and " + in(life.grace()) + " of grace are over",
                        "a new sensor; a reading measured after the stop",
                        none());
            case WarmUp(var life) ->
                new Algorithm(
                        "the sensor says that it warms up; believed for " + in(life.longestWarmUp()),
                        "its first reading; the first reading is missed, which is a lost signal",
                        none());
            case CalibrationDue() ->
                new Algorithm(
                        "from the moment the sensor named for its next calibration",
                        "it names a later one; another sensor measures",
                        none());
            case SensorBatteryLow(var atOrBelow, var recoversAt) ->
                new Algorithm(
                        "the sensor says " + atOrBelow + " % or less", "it says " + recoversAt + " % or more", none());
            case ClockSkewed(var from, var recoversAt) ->
                new Algorithm(
                        "the sensor's clock is wrong by " + in(from) + " or more, either way",
                        "it is wrong by " + in(recoversAt) + " or less",
                        none());
        };
    }

    private static Algorithm ofStation(AlarmKind kind) {
        return switch (kind) {
            case AGENT_LOST ->
                new Algorithm(
                        "the agent ended without a word, or was away for more than " + in(AbsenceFinding.SHORT)
                                + "; told when it is back. Meanwhile each screen tells it by itself, 3 s after the last beat",
                        "at once: it tells of what was, and stays until somebody has answered",
                        "until the agent is back; on the screens 3 s");
            case NO_SCREEN ->
                new Algorithm(
                        "no screen watches for " + in(ScreenFinding.UNSEEN) + " of real time",
                        "one watches",
                        in(ScreenFinding.UNSEEN));
            case NO_SOUND ->
                new Algorithm(
                        "screens watch, and none of them has had a sound device for " + in(ScreenFinding.UNHEARD)
                                + " of real time",
                        "one of them has; while none watches it is not known",
                        in(ScreenFinding.UNHEARD));
            case STORE_FAILING -> new Algorithm("the store cannot keep what it is told", "it can again", none());
            case DISK_FILLING ->
                new Algorithm(
                        "less of the store's disk is free than its watermark, 10 %, and the store does not fail",
                        "more is free", none());
            case CLOCK_JUMPED ->
                new Algorithm(
                        "the machine's clock went 5 s or more from where it should be, either way",
                        in(ClockFinding.TOLD_FOR) + " of real time later; a second jump is a second alarm",
                        none());
            case CLOUD_SILENT ->
                new Algorithm(
                        "the oldest message waits for the cloud for more than " + in(CloudFinding.SILENT),
                        "none does",
                        in(CloudFinding.SILENT));
            case CLOUD_BACKLOG ->
                new Algorithm(
                        "the oldest message waits for the cloud for more than " + in(CloudFinding.BACKLOG),
                        "none does, or it is told as silent",
                        in(CloudFinding.BACKLOG));
            case SELF_TEST_FAILED ->
                new Algorithm(
                        "a test of the alarms' way was not shown by every screen that watches, or not heard from any, within "
                                + in(SelfTest.ANSWERED_WITHIN) + " of real time",
                        "a test passes",
                        in(SelfTest.ANSWERED_WITHIN));
            case SELF_TEST_DUE ->
                new Algorithm(
                        "a planned test was not made within " + in(SelfTests.GRACE),
                        "one is made",
                        in(SelfTests.GRACE));
            case SETTINGS_CHANGED ->
                new Algorithm(
                        "a setting of the alarms was changed; a second change is a second alarm",
                        "somebody has answered it",
                        none());
            case MODEL_MISSING ->
                new Algorithm(
                        "the settings name a model of forecasts that is not on this station",
                        "at the next start that finds it",
                        none());
            case URGENT_LOW,
                    URGENT_LOW_SOON,
                    LOW,
                    FALLING_FAST,
                    VERY_HIGH,
                    PERSISTENT_HIGH,
                    HIGH,
                    SIGNAL_LOST,
                    SENSOR_FAULT,
                    SENSOR_EXPIRED,
                    STUCK_VALUE,
                    IMPLAUSIBLE_JUMP,
                    RISING_FAST,
                    SUSPECTED_COMPRESSION,
                    CLOCK_SKEWED,
                    SENSOR_EXPIRING,
                    WARM_UP,
                    CALIBRATION_DUE,
                    SENSOR_BATTERY_LOW -> new Algorithm("not yet: no rule of the standard policy raises it", "—", "—");
        };
    }

    private static Algorithm over(Glucose above, Glucose recovers, int readings) {
        return new Algorithm(
                readings + " readings in a row over " + in(above) + ", or one HI",
                "a reading of " + in(recovers) + " or less",
                "from the first reading over the limit to the " + readings + "nd; none for HI");
    }

    private static Algorithm fast(String which, GlucoseRate rate, Glucose towards, Duration ahead, int agreeing) {
        return new Algorithm(
                agreeing + " readings in a row say, each by the straight line through its last quarter of an hour, a "
                        + which + " of " + in(rate) + " or more that reaches " + in(towards) + " within " + in(ahead),
                "the " + which + " is under half as fast",
                agreeing + 2 + " readings at least: a line needs three");
    }

    private static String ofEach(String what, Function<AlarmPriority, String> says) {
        return row(Stream.concat(
                        Stream.of(what),
                        Stream.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW)
                                .map(says))
                .toArray(String[]::new));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static AlarmKind kind(AlarmPriority priority) {
        return Arrays.stream(AlarmKind.values())
                .filter(kind -> kind.priority() == priority)
                .findFirst()
                .orElseThrow();
    }

    private static AlarmManner manner(AlarmPriority priority) {
        return POLICY.manner(kind(priority), true);
    }

    private static String rungs(List<Duration> waits) {
        return waits.isEmpty()
                ? "never"
                : waits.stream().map(AlarmsDisclosed::in).collect(joining(", "));
    }

    private static String none() {
        return in(NO_WAIT);
    }

    private static String in(Duration duration) {
        return duration.isZero() ? "none" : SettingValue.of(duration).toString();
    }

    private static String in(Glucose glucose) {
        return glucose + " mg/dL";
    }

    private static String in(GlucoseRate rate) {
        return SettingValue.tenthsOfMgPerDlPerMinute((int) Math.rint(Math.abs(rate.mgPerDlPerMinute()) * 10))
                .toString();
    }

    private static String word(AlarmPriority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
