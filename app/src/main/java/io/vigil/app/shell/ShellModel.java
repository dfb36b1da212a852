package io.vigil.app.shell;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmPriority;
import io.vigil.alarm.AlarmSignal;
import io.vigil.alarm.DrawnAlarm;
import io.vigil.alarm.OpenAlarm;
import io.vigil.alarm.SelfTest;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.shell.ShellState.Here;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Texts;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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

    /**
     * A test of the alarms that is shown.
     *
     * @param result once it is known
     */
    record TestShown(SelfTest test, Optional<SelfTest.Result> result) {}

    /** Long enough to be read. */
    private static final Duration TEST_SHOWN_FOR = Duration.ofSeconds(12);

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
    private final AgentLink.Subscription events;

    private StationView view;
    private Instant beatAt = Instant.MIN;
    private Instant heardAt;
    private Instant agedAt = Instant.EPOCH;
    private Duration age = Duration.ZERO;
    private Instant ownPauseUntil = Instant.MIN;
    private boolean hasSound = true;
    private Set<AlarmId> onScreen = Set.of();
    private Set<DrawnAlarm> drawn = Set.of();

    /** Which sounding of each alarm was heard here last. */
    private final Map<AlarmId, Instant> heard = new HashMap<>();

    private final ObjectProperty<Optional<TestShown>> test = new SimpleObjectProperty<>(Optional.empty());
    private CompletableFuture<Void> testDrawn = new CompletableFuture<>();
    private Instant testEnds = Instant.MIN;

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
        this.events = link.onEvent(this::hear);
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
        if (!now.isBefore(testEnds)) {
            test.set(Optional.empty());
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
        onScreen = alarms;
        var now = view.alarms().stream()
                .filter(alarm -> alarms.contains(alarm.id()))
                .map(alarm -> new DrawnAlarm(
                        alarm.id(),
                        alarm.state().announcedAt(),
                        alarm.state().announcedAt().equals(heard.get(alarm.id()))))
                .collect(Collectors.toUnmodifiableSet());
        if (!now.equals(drawn)) {
            drawn = now;
            link.shown(drawn, hasSound);
        }
    }

    /** A burst was made for all alarms of that priority that sound now. */
    void heard(AlarmPriority priority) {
        var now = link.clock().instant();
        heard.keySet().retainAll(view.alarms().stream().map(OpenAlarm::id).collect(Collectors.toSet()));
        for (var alarm : view.alarms()) {
            if (alarm.id().kind().priority() == priority
                    && AlarmSignal.of(alarm, view.pause(), view.shelves(), now) == AlarmSignal.SOUNDING) {
                heard.put(alarm.id(), alarm.state().announcedAt());
            }
        }
        drawn(onScreen);
    }

    ObjectProperty<Optional<TestShown>> test() {
        return test;
    }

    /**
     * The agent tests the way of its alarms to this screen: it is confirmed when the test is drawn and its tone was made, or
     * could not be.
     */
    void tests(SelfTest sent, CompletionStage<Boolean> tone) {
        var isDrawn = new CompletableFuture<Void>();
        testDrawn = isDrawn;
        testEnds = wall.instant().plus(TEST_SHOWN_FOR);
        test.set(Optional.of(new TestShown(sent, Optional.empty())));
        follow(
                tone.thenCombine(isDrawn, (made, _) -> made).thenCompose(made -> link.confirmSelfTest(sent, made)),
                _ -> {},
                _ -> {}); // that it was not confirmed is an alarm of the agent's
    }

    /** The test has reached the glass. */
    void testIsDrawn() {
        testDrawn.complete(null);
    }

    /** Somebody at this screen wants the alarms tested. */
    void selfTest() {
        follow(link.selfTest(), _ -> {}, why -> notice.set(Optional.of(texts().get("notice.not-tested", why))));
    }

    private void hear(NumberedEvent event) {
        if (event.event() instanceof WardEvent.SelfTestEnded(var result)) {
            test.get()
                    .filter(shown -> shown.test().id().equals(result.test().id()))
                    .ifPresent(shown -> {
                        testEnds = wall.instant().plus(TEST_SHOWN_FOR);
                        test.set(Optional.of(new TestShown(shown.test(), Optional.of(result))));
                    });
        }
    }

    /** A touch on Acknowledge: with nobody signed in, asks first who it is. */
    // [impl->req~answer.two-touches~1]
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
        events.close();
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
