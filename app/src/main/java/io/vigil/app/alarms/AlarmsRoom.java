package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.Shelf;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The room of all alarms: what is open, what was, what became of each, and what they ask of the ward's people. */
public final class AlarmsRoom implements AutoCloseable {

    /** What stands beside the tables. */
    private sealed interface Beside {
        record Burden() implements Beside {}

        record Proof(AlarmId alarm) implements Beside {}

        record Shelving(ShelvingCard card) implements Beside {}
    }

    /** What the window does for this room, because it does it for all. */
    public interface Desk {
        /** Asks who it is where nobody has signed in. */
        void acknowledge(AlarmId alarm);

        void askSignIn();

        /** What went wrong, in a sentence that stays until somebody has read it. */
        void tell(String trouble);
    }

    private final AgentLink link;
    private final Preferences preferences;
    private final InstantSource clock;
    private final Desk desk;
    private final List<Annex> annexes;
    private final AlarmsModel model;
    private final StackPane place = new StackPane();
    private final ObjectProperty<AlarmFilter> filter = new SimpleObjectProperty<>(AlarmFilter.USUAL);
    private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> show()));
    private final Subscription chosen;

    private AlarmsPage page;
    private Beside beside = new Beside.Burden();
    private Instant toldAt = Instant.EPOCH;
    private AlarmFilter told = AlarmFilter.USUAL;
    private boolean isOpen;

    /**
     * A room that begins to listen when it is first entered.
     *
     * @param annexes pages that belong here and are made elsewhere
     */
    public AlarmsRoom(AgentLink link, Preferences preferences, InstantSource clock, Desk desk, List<Annex> annexes) {
        this.link = link;
        this.preferences = preferences;
        this.clock = clock;
        this.desk = desk;
        this.annexes = annexes;
        model = new AlarmsModel(link, clock);
        page = newPage();
        place.getChildren().setAll(page);
        chosen = Subscription.combine(
                preferences.language().subscribe((_, _) -> dressAnew()),
                preferences.units().subscribe((_, _) -> dressAnew()),
                preferences.names().subscribe((_, _) -> dressAnew()),
                filter.subscribe((_, _) -> show()));
        seconds.setCycleCount(Animation.INDEFINITE);
        place.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                show();
                page.focus();
            }
        });
        model.listen(this::show);
    }

    /** The page, in the language that is chosen now. */
    public Node node() {
        isOpen = true;
        seconds.play();
        show();
        return place;
    }

    /** The alarms that can be seen in this room now. */
    public Set<AlarmId> visibleAlarms() {
        return page.visibleAlarms();
    }

    /** Shows what became of one alarm. */
    public void prove(AlarmId alarm) {
        beside = new Beside.Proof(alarm);
        showBeside();
    }

    @Override
    public void close() {
        seconds.stop();
        chosen.unsubscribe();
        model.close();
    }

    private AlarmsPage newPage() {
        return new AlarmsPage(wording(), filter, annexes, new AlarmsPage.Acts() {
            @Override
            public void acknowledge(AlarmId alarm) {
                desk.acknowledge(alarm);
            }

            @Override
            public void shelve(AlarmId alarm) {
                askForHowLong(alarm);
            }

            @Override
            public void prove(AlarmId alarm) {
                AlarmsRoom.this.prove(alarm);
            }

            @Override
            public void leaveBeside() {
                AlarmsRoom.this.leaveBeside();
            }

            @Override
            public void takeOff(AlarmId alarm) {
                model.station()
                        .ifPresent(station -> station.shelves().stream()
                                .filter(shelf -> shelf.holds(alarm, clock.instant()))
                                .findFirst()
                                .ifPresent(AlarmsRoom.this::takeOff));
            }

            @Override
            public void takeOff(Shelf shelf) {
                AlarmsRoom.this.takeOff(shelf);
            }
        });
    }

    private void dressAnew() {
        toldAt = Instant.EPOCH;
        page = newPage();
        place.getChildren().setAll(page);
        beside = new Beside.Burden();
        show();
    }

    private void show() {
        if (!isOpen || (place.getScene() == null && !toldAt.equals(Instant.EPOCH))) {
            return; // nobody sees it: the next entering shows it as it is then
        }
        model.station().ifPresent(station -> {
            var now = clock.instant();
            var wording = wording();
            model.need(now.minus(BurdenState.FORTNIGHT));
            model.need(filter.get().span().from(now, wording.times().zone()));
            var isNews = model.isUntold();
            page.beds(BedChoice.of(station, wording));
            page.draw(OpenState.of(station, model.byId(), now, wording));
            var minute = now.truncatedTo(ChronoUnit.MINUTES);
            if (isNews || !minute.equals(toldAt) || !told.equals(filter.get())) {
                toldAt = minute;
                told = filter.get();
                page.draw(PastState.of(model.tales(), station, told, model.capacity(), now, wording));
            }
            showBeside();
        });
    }

    private void showBeside() {
        switch (beside) {
            case Beside.Burden _, Beside.Shelving _ -> {}
            case Beside.Proof(var alarm) ->
                model.station()
                        .flatMap(station ->
                                model.tale(alarm).map(tale -> ProofState.of(tale, station, clock.instant(), wording())))
                        .ifPresent(state -> page.show(state, desk::acknowledge, this::leaveBeside));
        }
    }

    private void leaveBeside() {
        beside = new Beside.Burden();
        page.showBurden();
    }

    private void askForHowLong(AlarmId alarm) {
        var now = clock.instant();
        var wording = wording();
        model.station()
                .ifPresent(station -> station.alarms().stream()
                        .filter(open -> open.id().equals(alarm))
                        .findFirst()
                        .map(open -> OpenRow.of(open, station, 0, now, wording))
                        .ifPresent(row -> {
                            var card = new ShelvingCard(
                                    row, wording, (length, reason) -> shelve(alarm, length, reason), this::leaveBeside);
                            beside = new Beside.Shelving(card);
                            page.showBeside(card);
                            card.focus();
                        }));
    }

    private void shelve(AlarmId alarm, java.time.Duration length, String reason) {
        if (model.station().flatMap(StationView::signedIn).isEmpty()) {
            say(wording().text("shelving.sign-in"));
            desk.askSignIn();
            return;
        }
        var until = clock.instant().plus(length);
        var _ = link.shelve(alarm.subject(), alarm.kind(), until, reason).whenComplete((_, failure) -> {
            if (failure == null) {
                leaveBeside();
            } else {
                say(sentence(failure));
            }
        });
    }

    private void takeOff(Shelf shelf) {
        if (model.station().flatMap(StationView::signedIn).isEmpty()) {
            desk.askSignIn();
            return;
        }
        var _ = link.unshelve(shelf.subject(), shelf.kind(), wording().text("shelf.taken-off"))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        desk.tell(wording().text("shelf.not-taken-off", sentence(failure)));
                    }
                });
    }

    /** In the card that asked, if it is still there. */
    private void say(String words) {
        if (beside instanceof Beside.Shelving(var card)) {
            card.say(words);
        }
    }

    private Wording wording() {
        var zone = model.station().map(station -> station.station().zone()).orElse(ZoneOffset.UTC);
        return new Wording(
                preferences.units().get(),
                new Times(zone, preferences.language().get().locale()),
                preferences.names().get());
    }

    private static String sentence(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        var message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}
