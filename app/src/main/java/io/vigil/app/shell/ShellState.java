package io.vigil.app.shell;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.agentlink.StationView.Contact.Lost;
import io.vigil.app.agentlink.StationView.Contact.NotYet;
import io.vigil.app.alarms.BannerState;
import io.vigil.app.alarms.Call;
import io.vigil.app.alarms.Signals;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Shift;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.ward.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that stands around a room at one moment, ready to be read.
 *
 * @param sound the tone that is due; none for silence
 * @param unanswered how many alarms wait for somebody
 * @param flashes whether anything on the screen flashes
 */
record ShellState(
        Reach reach,
        String ward,
        String station,
        String clock,
        String day,
        String unit,
        Optional<SignedIn> signedIn,
        Pause pause,
        BannerState banner,
        int unanswered,
        Optional<Call> sound,
        boolean flashes,
        StatusBarState status) {

    /** How it stands between this screen and the agent. */
    sealed interface Reach {

        record Reached() implements Reach {}

        /** Not since the app began: what to say instead of a page. */
        record NotYet(String title, String advice) implements Reach {}

        /** No more: what to say above everything. */
        record Gone(String title, String advice) implements Reach {}
    }

    record SignedIn(String initials, String name, String role) {}

    /**
     * The pause of the sound.
     *
     * @param left counts down while it is on; its whole length while it is off
     */
    record Pause(boolean isOn, String words, String left) {}

    /** For this long the app may look for the agent in silence. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * What only this screen knows.
     *
     * @param heardAgo since the agent's last beat reached this screen
     * @param waited since the app began to look for the agent
     * @param ownPause what is left of a pause taken here while the agent cannot be told of it; zero without
     */
    record Here(
            Duration heardAgo,
            Duration waited,
            Duration ownPause,
            boolean hasSound,
            Units units,
            PatientNames names,
            Locale locale) {}

    static ShellState of(StationView view, Instant now, Here here) {
        var texts = Texts.of(ShellState.class, here.locale());
        var facts = view.station();
        var times = new Times(facts.zone(), here.locale());
        var local = now.atZone(facts.zone());
        var shift = Shift.at(local.toLocalTime());
        var isReached = view.contact() instanceof InContact;
        var signals = isReached ? Signals.of(view, now) : Signals.NONE;
        return new ShellState(
                reach(view, now, times, texts),
                facts.ward(),
                facts.station(),
                times.timeOfDayToTheSecond(now),
                texts.get(
                        "day",
                        times.day(now),
                        texts.get("shift." + shift.name().toLowerCase(Locale.ROOT)),
                        shift.ends()),
                here.units().sign(),
                view.signedIn().map(person -> signedIn(person, here.locale())),
                pause(view, now, here, times, texts),
                BannerState.of(
                        view,
                        signals,
                        now,
                        AlarmWords.of(here.units(), times),
                        here.names(),
                        Texts.of(BannerState.class, here.locale())),
                signals.unanswered().size(),
                sound(view, signals, here),
                view.contact() instanceof Lost || !signals.unanswered().isEmpty(),
                StatusBarState.of(view, now, here.heardAgo(), here.hasSound(), times, texts));
    }

    private static Reach reach(StationView view, Instant now, Times times, Texts texts) {
        return switch (view.contact()) {
            case InContact _ -> new Reach.Reached();
            case NotYet _ -> new Reach.NotYet(texts.get("not-yet.title"), texts.get("not-yet.advice"));
            case Lost(var since, var _) -> {
                var old = Duration.between(since, now);
                var advice =
                        old.toMinutes() < 1 ? texts.get("lost.advice.new") : texts.get("lost.advice", times.span(old));
                yield new Reach.Gone(texts.get("lost.title", times.timeOfDayToTheSecond(since)), advice);
            }
        };
    }

    private static SignedIn signedIn(Person person, Locale locale) {
        var parts = person.name().trim().split("\\s+");
        var initials = Arrays.stream(parts)
                .skip(Math.max(0, parts.length - 2)) // a title is no name
                .filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
        var role =
                Texts.of(Times.class, locale).get("role." + person.role().name().toLowerCase(Locale.ROOT));
        return new SignedIn(initials, person.name(), role);
    }

    private static Pause pause(StationView view, Instant now, Here here, Times times, Texts texts) {
        var left = view.contact() instanceof InContact
                ? Duration.between(now, view.pause().until())
                : here.ownPause();
        return left.isPositive()
                ? new Pause(true, texts.get("sound.paused"), times.countdown(left))
                : new Pause(false, texts.get("sound.pause"), "2:00");
    }

    private static Optional<Call> sound(StationView view, Signals signals, Here here) {
        return switch (view.contact()) {
            case InContact _ -> signals.sounding();
            case Lost _ ->
                here.ownPause().isPositive() ? Optional.empty() : Optional.of(Call.atTheBedside(AlarmPriority.HIGH));
            case NotYet _ ->
                here.waited().compareTo(PATIENCE) < 0 || here.ownPause().isPositive()
                        ? Optional.empty()
                        : Optional.of(Call.atTheBedside(AlarmPriority.MEDIUM));
        };
    }
}
