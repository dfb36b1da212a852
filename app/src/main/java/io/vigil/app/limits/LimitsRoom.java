package io.vigil.app.limits;

import static io.vigil.app.limits.Parts.label;

import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Times;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * The room where limits are set, for a patient or for the ward. One subject at a time; showing another, or {@link #leave},
 * forgets what was edited and not saved.
 */
public final class LimitsRoom implements AutoCloseable {

    /** What the window does for this room, because it does it for all. */
    public interface Desk {
        void askSignIn();

        /** Back to where the room was entered from. */
        void leave();
    }

    /** A moment of rest, so that not every step of a value asks for fourteen days. */
    private static final Duration AT_REST = Duration.millis(400);

    private final AgentLink link;
    private final Preferences preferences;
    private final InstantSource clock;
    private final Desk desk;
    private final StackPane place = new StackPane();
    private final PauseTransition rest = new PauseTransition(AT_REST);
    private final Timeline ages = new Timeline(new KeyFrame(Duration.seconds(10), _ -> drawPreview()));
    private final Subscription choices;

    private Optional<LimitsModel> model = Optional.empty();
    private Optional<LimitsPage> page = Optional.empty();
    private long stir = -1;

    /** @param clock the station's told clock, that of the link */
    public LimitsRoom(AgentLink link, Preferences preferences, InstantSource clock, Desk desk) {
        this.link = link;
        this.preferences = preferences;
        this.clock = clock;
        this.desk = desk;
        rest.setOnFinished(_ -> model.ifPresent(LimitsModel::askPreview));
        ages.setCycleCount(Animation.INDEFINITE);
        place.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                ages.stop();
            } else {
                ages.play();
            }
        });
        choices = Subscription.combine(
                preferences.units().subscribe((_, _) -> dressAnew()),
                preferences.language().subscribe((_, _) -> dressAnew()),
                preferences.names().subscribe((_, _) -> dressAnew()),
                preferences.theme().subscribe((_, _) -> dressAnew()));
    }

    /** Turns to a patient, or to the ward where it is the station. The node is the same for all of them. */
    public Node show(Subject subject) {
        leave();
        model = Optional.of(new LimitsModel(link, subject, clock, this::wording, this::refresh));
        refresh();
        return place;
    }

    /** Ends what is heard for the subject shown, until the next is. */
    public void leave() {
        rest.stop();
        model.ifPresent(LimitsModel::close);
        model = Optional.empty();
        page = Optional.empty();
        stir = -1;
        place.getChildren().clear();
    }

    @Override
    public void close() {
        leave();
        ages.stop();
        choices.unsubscribe();
    }

    private void dressAnew() {
        page = Optional.empty();
        refresh();
    }

    private void refresh() {
        model.ifPresent(known -> {
            if (known.foretold().isEmpty()) {
                place.getChildren().setAll(waiting(known));
                return;
            }
            if (page.isEmpty()) {
                var opened = new LimitsPage(
                        known,
                        wording(),
                        preferences.theme().get().palette(),
                        known.subject() != Station.THIS,
                        new LimitsPage.Acts() {
                            @Override
                            public void askSignIn() {
                                desk.askSignIn();
                            }

                            @Override
                            public void leave() {
                                desk.leave();
                            }
                        });
                page = Optional.of(opened);
                place.getChildren().setAll(opened);
            }
            page.ifPresent(LimitsPage::refresh);
            drawPreview();
            if (stir != known.stir()) {
                stir = known.stir();
                rest.playFromStart();
            }
        });
    }

    private void drawPreview() {
        model.ifPresent(known -> page.ifPresent(shown ->
                shown.refresh(PreviewState.of(known.preview(), known.isEdited(), clock.instant(), wording()))));
    }

    private Node waiting(LimitsModel known) {
        page = Optional.empty();
        var failed = !known.trouble().isEmpty();
        var words = label(wording().text(failed ? "failed" : "loading", known.trouble()), "lead", "muted");
        var box = new VBox(16, words);
        if (failed) {
            var again = new Button(wording().text("again"));
            again.setOnAction(_ -> known.load());
            box.getChildren().add(again);
        }
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Wording wording() {
        var zone = model.flatMap(LimitsModel::station)
                .map(StationView::station)
                .map(StationView.StationFacts::zone)
                .<ZoneId>map(each -> each)
                .orElse(ZoneOffset.UTC);
        return new Wording(
                preferences.units().get(),
                new Times(zone, preferences.language().get().locale()),
                preferences.names().get());
    }
}
