package io.vigil.app.alarms;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmPriority;
import io.vigil.app.alarms.BannerState.Calm;
import io.vigil.app.alarms.BannerState.Waiting;
import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.AlarmWords.Worst.Compared;
import io.vigil.app.ui.AlarmWords.Worst.Said;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.RoomSheet;
import io.vigil.app.ui.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Draws a BannerState: 72 px above everything, in the colour of the priority, flashing with it. */
public final class AlarmBanner extends HBox {

    /** For so long each of the other alarms is told before the next takes its place (Philips). */
    private static final Duration TURN = Duration.seconds(2);

    /** In a narrower window only their number is told. */
    private static final double WIDE = 1500;

    private static final PseudoClass REST = PseudoClass.getPseudoClass("rest");
    private static final PseudoClass STEADY = PseudoClass.getPseudoClass("steady");

    private final StackPane sign = new StackPane();
    private final Label priority = new Label();
    private final Label name = new Label();
    private final Label value = new Label();
    private final Label relation = new Label();
    private final Label limit = new Label();
    private final Label said = new Label();
    private final HBox compared = new HBox(12, value, relation, limit);
    private final Label who = new Label();
    private final Label story = new Label();
    private final Label more = new Label();
    private final Label other = new Label();
    private final StackPane paused = new StackPane(Icon.PAUSE_SOUND.of(28));
    private final Button acknowledge = new Button();
    /** A touch that was meant for the alarm before does not answer the one that has just taken its place. */
    // [impl->req~answer.is-for-what-was-touched~1]
    private final PauseTransition settling = new PauseTransition(Duration.millis(600));

    private final Timeline turns = new Timeline(new KeyFrame(TURN, _ -> nextOther()));
    private int turn;
    private final Texts texts;
    private final Flash flash;
    private Subscription flashing = Subscription.EMPTY;
    private Optional<Waiting> drawn = Optional.empty();

    /**
     * A banner that is not there while nothing needs a person.
     *
     * @param answering the alarm whose answer is on its way
     */
    public AlarmBanner(
            ObservableValue<BannerState> state,
            ObservableValue<Optional<AlarmId>> answering,
            Flash flash,
            Texts texts,
            Consumer<AlarmId> answer) {
        this.flash = flash;
        this.texts = texts;
        getStyleClass().add("alarm-banner");
        RoomSheet.wear(this, AlarmBanner.class, "alarms.css");
        setAccessibleRole(AccessibleRole.TEXT);
        pseudoClassStateChanged(STEADY, flash.isSteady());

        priority.getStyleClass().add("priority");
        name.getStyleClass().add("alarm-name");
        value.getStyleClass().add("banner-value");
        relation.getStyleClass().add("banner-relation");
        limit.getStyleClass().add("banner-value");
        said.getStyleClass().add("alarm-name");
        who.getStyleClass().add("heading");
        story.getStyleClass().add("lead");
        more.getStyleClass().add("lead");
        other.getStyleClass().add("lead");
        paused.setAccessibleText(texts.get("banner.paused"));
        turns.setCycleCount(Animation.INDEFINITE);
        var rest = new VBox(more, other);
        rest.setAlignment(Pos.CENTER_RIGHT);
        compared.setAlignment(Pos.CENTER);

        var lines = new VBox(who, story);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        for (var kept : new Region[] {sign, paused, priority, name, compared, said, rest, acknowledge}) {
            kept.setMinWidth(USE_PREF_SIZE);
        }
        HBox.setMargin(priority, new Insets(0, 0, 0, -12));
        HBox.setMargin(compared, new Insets(0, 8, 0, 8));

        acknowledge.getStyleClass().addAll("answer");
        acknowledge.setGraphic(Icon.CHECK_BOLD.of(24));
        acknowledge.setId("acknowledge");
        acknowledge.setOnAction(
                _ -> drawn.filter(_ -> !isSettling()).ifPresent(waiting -> answer.accept(waiting.id())));
        getChildren().addAll(sign, priority, paused, name, compared, said, lines, rest, acknowledge);
        widthProperty().subscribe(this::tellOther);

        state.subscribe(this::draw);
        answering.subscribe(this::drawAnswering);
    }

    /** The alarm that is drawn now. */
    public Optional<AlarmId> drawn() {
        return drawn.map(Waiting::id);
    }

    /** Answers the drawn alarm, as a touch on the button does. */
    public void press() {
        if (isVisible()) {
            acknowledge.fire();
        }
    }

    private boolean isSettling() {
        return settling.getStatus() == Animation.Status.RUNNING;
    }

    private void draw(BannerState state) {
        switch (state) {
            case Calm _ -> {
                drawn = Optional.empty();
                flashing.unsubscribe();
                flashing = Subscription.EMPTY;
                turns.stop();
                setVisible(false);
                setManaged(false);
            }
            case Waiting waiting -> draw(waiting);
        }
    }

    private void draw(Waiting waiting) {
        var before = drawn.map(Waiting::priority);
        if (drawn.isPresent() && !drawn.map(Waiting::id).equals(Optional.of(waiting.id()))) {
            settling.playFromStart();
        }
        drawn = Optional.of(waiting);
        if (!before.equals(Optional.of(waiting.priority()))) {
            dress(waiting.priority());
        }
        priority.setText(waiting.priorityWord());
        name.setText(waiting.name());
        switch (waiting.worst()) {
            case Compared(var number, var sign, var beside) -> {
                value.setText(number);
                relation.setText(sign);
                limit.setText(beside);
                show(compared, true);
                show(said, false);
            }
            case Said(var text) -> {
                said.setText(text);
                show(compared, false);
                show(said, true);
            }
        }
        who.setText(waiting.who());
        story.setText(waiting.story());
        more.setText(waiting.more());
        show(more, !waiting.more().isEmpty());
        show(paused, waiting.isPaused());
        tellOther();
        if (waiting.others().size() > 1) {
            turns.play();
        } else {
            turns.stop();
        }
        setAccessibleText(waiting.sentence());
        acknowledge.setAccessibleText(texts.get("banner.acknowledge.for", waiting.name(), waiting.who()));
        setVisible(true);
        setManaged(true);
    }

    /** The worst keeps its place; the others take turns beside it. */
    // [impl->req~alarm.others-take-turns~1]
    private void nextOther() {
        turn++;
        tellOther();
    }

    private void tellOther() {
        var others = drawn.map(Waiting::others).orElse(List.of());
        var isTold = !others.isEmpty() && getWidth() >= WIDE;
        other.setText(isTold ? others.get(turn % others.size()) : "");
        show(other, isTold);
    }

    private void dress(AlarmPriority shown) {
        getStyleClass().removeIf(style -> style.startsWith("alarm-") && !style.equals("alarm-banner"));
        getStyleClass().add(AlarmWords.style(shown));
        sign.getChildren().setAll(AlarmWords.icon(shown).of(28));
        flashing.unsubscribe();
        flashing = switch (shown) {
            case HIGH -> flash.high().subscribe(lit -> pseudoClassStateChanged(REST, !lit));
            case MEDIUM -> flash.medium().subscribe(lit -> pseudoClassStateChanged(REST, !lit));
            case LOW -> {
                pseudoClassStateChanged(REST, false);
                yield Subscription.EMPTY;
            }
        };
    }

    private void drawAnswering(Optional<AlarmId> answering) {
        acknowledge.setDisable(answering.isPresent());
        acknowledge.setText(texts.get(answering.isPresent() ? "banner.acknowledging" : "banner.acknowledge"));
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }
}
