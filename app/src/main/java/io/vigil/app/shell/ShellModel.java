package io.vigil.app.shell;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.shell.ShellState.Here;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Listens to the agent, keeps what stands around the rooms, and carries out what people do there. */
final class ShellModel implements AutoCloseable {

    /** Who is asked to sign in, and what is to be done then. */
    record SignInAsked(Optional<AlarmId> thenAcknowledge, String trouble, boolean isChecking) {

        static SignInAsked plainly() {
            return new SignInAsked(Optional.empty(), "", false);
        }

        static SignInAsked toAcknowledge(AlarmId alarm) {
            return new SignInAsked(Optional.of(alarm), "", false);
        }

        SignInAsked checking() {
            return new SignInAsked(thenAcknowledge, "", true);
        }

        SignInAsked refused(String why) {
            return new SignInAsked(thenAcknowledge, why, false);
        }
    }

    private static final Duration AGE_EVERY = Duration.ofSeconds(1);

    private final AgentLink link;
    private final Preferences preferences;
    private final InstantSource wall;
    private final Executor screen;
    private final Instant begun;

    private final ReadOnlyObjectWrapper<ShellState> state;
    private final ReadOnlyObjectWrapper<Optional<AlarmId>> answering = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<SignInAsked>> signInAsked = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> notice = new SimpleObjectProperty<>(Optional.empty());
    private final AgentLink.Subscription subscription;

    private StationView view;
    private Instant beatAt = Instant.MIN;
    private Instant heardAt;
    private Instant agedAt = Instant.EPOCH;
    private Duration age = Duration.ZERO;
    private Instant ownPauseUntil = Instant.MIN;
    private boolean hasSound = true;
    private Set<DrawnAlarm> drawn = Set.of();

    /**
     * Begins to listen.
     *
     * @param wall this machine's own clock, for what is between this screen and the agent; all else goes by the told one
     * @param first what is known before anything was heard
     */
    ShellModel(AgentLink link, Preferences preferences, InstantSource wall, Executor screen, StationView first) {
        this.link = link;
        this.preferences = preferences;
        this.wall = wall;
        this.screen = screen;
        this.begun = wall.instant();
        this.heardAt = begun;
        this.view = first;
        this.state = new ReadOnlyObjectWrapper<>(now(Duration.ZERO));
        this.subscription = link.onChange(this::hear);
    }

    ReadOnlyObjectProperty<ShellState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<AlarmId>> answering() {
        return answering.getReadOnlyProperty();
    }

    ObjectProperty<Optional<SignInAsked>> signInAsked() {
        return signInAsked;
    }

    /** What went wrong, in a sentence; stays until somebody has read it. */
    ObjectProperty<Optional<String>> notice() {
        return notice;
    }

    StationView view() {
        return view;
    }

    /** Time has gone on. */
    void tick() {
        preferences.timeIs(link.clock().instant().atZone(view.station().zone()).toLocalTime());
        var now = wall.instant();
        // A figure that changed five times a second would draw the eye.
        if (!now.isBefore(agedAt.plus(AGE_EVERY))) {
            agedAt = now;
            age = Duration.between(heardAt, now);
        }
        state.set(now(age));
    }

    // [impl->req~alarm.answer-is-seen-everywhere~1]
    void hear(StationView heard) {
        view = heard;
        if (heard.contact() instanceof InContact && !heard.health().beatAt().equals(beatAt)) {
            beatAt = heard.health().beatAt();
            heardAt = wall.instant();
        }
        if (heard.contact() instanceof InContact) {
            ownPauseUntil = Instant.MIN;
        }
        tick();
    }

    void soundDeviceIs(boolean present) {
        hasSound = present;
        tick();
        link.shown(drawn, hasSound);
    }

    /** What can be seen on this screen now. */
    void drawn(Set<AlarmId> alarms) {
        var now = view.alarms().stream()
                .filter(alarm -> alarms.contains(alarm.id()))
                .map(alarm -> new DrawnAlarm(alarm.id(), alarm.state().announcedAt(), false))
                .collect(Collectors.toUnmodifiableSet());
        if (!now.equals(drawn)) {
            drawn = now;
            link.shown(drawn, hasSound);
        }
    }

    /** A touch on Acknowledge: with nobody signed in, asks first who it is. */
    void acknowledge(AlarmId alarm) {
        if (view.signedIn().isEmpty()) {
            signInAsked.set(Optional.of(SignInAsked.toAcknowledge(alarm)));
            return;
        }
        answer(alarm);
    }

    void askSignIn() {
        signInAsked.set(Optional.of(SignInAsked.plainly()));
    }

    void signIn(String person, String password) {
        signInAsked.get().ifPresent(asked -> {
            signInAsked.set(Optional.of(asked.checking()));
            follow(
                    link.signIn(person, password),
                    _ -> {
                        signInAsked.set(Optional.empty());
                        asked.thenAcknowledge().ifPresent(this::answer);
                    },
                    why -> signInAsked.set(Optional.of(asked.refused(why))));
        });
    }

    void leaveSignIn() {
        signInAsked.set(Optional.empty());
    }

    void lock() {
        follow(link.signOut(), _ -> {}, why -> notice.set(Optional.of(texts().get("notice.not-locked", why))));
    }

    /** Two minutes of quiet. While the agent cannot be told, only this screen is quiet. */
    void pauseSound() {
        if (view.contact() instanceof InContact) {
            follow(link.pauseSound(), _ -> {}, why -> notice.set(Optional.of(texts().get("notice.not-paused", why))));
        } else {
            ownPauseUntil = wall.instant().plus(SoundPause.LENGTH);
            tick();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    /** An answer is for the alarm as it stands on this screen now; one that is over needs none. */
    private void answer(AlarmId alarm) {
        view.alarms().stream()
                .filter(open -> open.id().equals(alarm))
                .findFirst()
                .ifPresent(this::answer);
    }

    private void answer(OpenAlarm seen) {
        answering.set(Optional.of(seen.id()));
        follow(link.acknowledge(seen, texts().get("acknowledge.reason")), _ -> answering.set(Optional.empty()), why -> {
            answering.set(Optional.empty());
            notice.set(Optional.of(texts().get("notice.not-acknowledged", why)));
        });
    }

    private <T> void follow(CompletionStage<T> act, Consumer<T> done, Consumer<String> failed) {
        var _ = act.whenCompleteAsync(
                (result, failure) -> {
                    if (failure == null) {
                        done.accept(result);
                    } else {
                        failed.accept(sentence(failure));
                    }
                },
                screen);
    }

    private static String sentence(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        var message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    private ShellState now(Duration heardAgo) {
        var now = wall.instant();
        var ownPause = ownPauseUntil.isAfter(now) ? Duration.between(now, ownPauseUntil) : Duration.ZERO;
        return ShellState.of(
                view,
                link.clock().instant(),
                new Here(
                        heardAgo,
                        Duration.between(begun, now),
                        ownPause,
                        hasSound,
                        preferences.units().get(),
                        preferences.names().get(),
                        preferences.language().get().locale()));
    }

    private Texts texts() {
        return Texts.of(ShellModel.class, preferences.language().get().locale());
    }
}
