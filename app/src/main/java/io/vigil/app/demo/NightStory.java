package io.vigil.app.demo;

import io.vigil.alarm.AlarmChange;
import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.Evidence;
import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.alarm.Evidence.BySilence;
import io.vigil.alarm.Evidence.ByStation;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.ward.Patient;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells on the console what becomes of each alarm, as its numbered events say. */
public final class NightStory implements AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Set<AlarmStep> WHOLE =
            EnumSet.of(AlarmStep.RAISED, AlarmStep.ACKNOWLEDGED, AlarmStep.RECOVERED);

    private final AgentLink link;
    private final PrintWriter out;
    private final List<AgentLink.Subscription> subscriptions;
    private final Map<Subject, Patient> patients = new HashMap<>();
    private final Map<AlarmId, Set<AlarmStep>> urgentLows = new HashMap<>();
    private boolean urgentLowDrawn;
    private ZoneId zone = ZoneOffset.UTC;

    private NightStory(RemoteAgentLink link, PrintWriter out) {
        this.link = link;
        this.out = out;
        this.subscriptions = List.of(link.onChange(this::know), link.onEvent(this::happened));
    }

    /** Begins to tell. */
    public static NightStory tell(RemoteAgentLink link, PrintWriter out) {
        return new NightStory(link, out);
    }

    /** An alarm was drawn on the screen. */
    public synchronized void drawn(AlarmId alarm) {
        urgentLowDrawn |= alarm.kind() == AlarmKind.URGENT_LOW;
        line(link.clock().instant(), alarm.subject(), words(alarm.kind()), "shown", "on this screen");
    }

    /** What no urgent low has been yet; empty when one was told from its beginning to its end. */
    public synchronized List<String> untold() {
        var best = urgentLows.values().stream().map(EnumSet::copyOf).max((a, b) -> a.size() - b.size());
        return java.util.stream.Stream.concat(
                        WHOLE.stream()
                                .filter(step ->
                                        !best.map(steps -> steps.contains(step)).orElse(false))
                                .map(AlarmStep::word),
                        urgentLowDrawn ? java.util.stream.Stream.empty() : java.util.stream.Stream.of("shown"))
                .toList();
    }

    @Override
    public void close() {
        subscriptions.forEach(AgentLink.Subscription::close);
    }

    private synchronized void know(StationView view) {
        zone = view.station().zone();
        view.patients().forEach(each -> patients.put(each.patient().id(), each.patient()));
    }

    private synchronized void happened(NumberedEvent event) {
        if (event.event() instanceof AlarmChanged(var change)) {
            if (change.alarm().kind() == AlarmKind.URGENT_LOW) {
                urgentLows
                        .computeIfAbsent(change.alarm(), _ -> EnumSet.noneOf(AlarmStep.class))
                        .add(change.to());
            }
            line(
                    change.at(),
                    change.alarm().subject(),
                    words(change.alarm().kind()),
                    change.to().word(),
                    why(change));
        }
    }

    private void line(Instant at, Subject subject, String alarm, String step, String why) {
        out.printf("%s  %-26s %-12s %-13s %s%n", TIME.format(at.atZone(zone)), who(subject), alarm, step, why);
        out.flush();
    }

    private String who(Subject subject) {
        var patient = patients.get(subject);
        if (patient != null) {
            return patient.bed() + " " + patient.name();
        }
        return subject instanceof Station ? "Station" : subject.key();
    }

    private String why(AlarmChange change) {
        if (change.to() == AlarmStep.ACKNOWLEDGED
                && change.state() instanceof AlarmState.Open open
                && open.answer() instanceof Acknowledged(var by, var _, var until, var _)) {
            return "by " + by + ", quiet until " + TIME.format(until.atZone(zone));
        }
        return change.to() == AlarmStep.CLEARED ? "" : evidence(change.evidence(), change);
    }

    private String evidence(Evidence evidence, AlarmChange change) {
        return switch (evidence) {
            case ByReading(var reading) -> value(reading) + ", limit " + change.limit();
            case ByForecast(var newest, var expected, var percent, var within) ->
                value(newest) + ", likely " + expected + " in " + within.toMinutes() + " min (" + percent + " %)";
            case ByRate(var newest, var rate) ->
                value(newest) + String.format(Locale.ROOT, ", %+.1f a minute", rate.mgPerDlPerMinute());
            case ByMoment(var moment) -> TIME.format(moment.atZone(zone));
            case ByAmount(var amount) -> amount + " (limit " + change.limit() + ")";
            case BySilence(var since) -> "no reading since " + TIME.format(since.atZone(zone));
            case ByStation(var words) -> words;
        };
    }

    private static String value(Reading reading) {
        return switch (reading) {
            case Measured(var _, var glucose) -> glucose + " mg/dL";
            case BelowRange _ -> "LO";
            case AboveRange _ -> "HI";
        };
    }

    private static String words(AlarmKind kind) {
        return kind.word().replace('-', ' ');
    }
}
