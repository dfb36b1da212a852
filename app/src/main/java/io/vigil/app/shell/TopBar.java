package io.vigil.app.shell;

import io.vigil.app.shell.ShellState.Pause;
import io.vigil.app.shell.ShellState.SignedIn;
import io.vigil.app.ui.Icon;
import io.vigil.app.ui.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where this screen stands, what time it is there, and who is signed in. */
final class TopBar extends HBox {

    private final Label ward = label("heading");
    private final Label station = label("muted");
    private final Label clock = label("heading", "clock");
    private final Label day = label("muted");
    private final Label unit = label("muted");
    private final PauseButton pause;
    private final Label initials = label("initials");
    private final Label name = label("strong");
    private final Label role = label("small", "muted");
    private final HBox person;
    private final Button lock;
    private final Button signIn;

    TopBar(Texts texts, ShellModel model) {
        getStyleClass().add("top-bar");
        pause = new PauseButton(texts, model::pauseSound);
        pause.setTooltip(new Tooltip(texts.get("sound.pause.explained")));

        var avatar = new StackPane(initials);
        avatar.getStyleClass().add("avatar");
        var names = new VBox(name, role);
        names.setAlignment(Pos.CENTER_LEFT);
        person = new HBox(10, avatar, names);
        person.setAlignment(Pos.CENTER);

        lock = new Button(texts.get("lock"), Icon.LOCK.of(20));
        lock.getStyleClass().addAll("bare");
        lock.setId("lock");
        lock.setTooltip(new Tooltip(texts.get("lock.explained")));
        lock.setOnAction(_ -> model.lock());
        signIn = new Button(texts.get("sign-in"), Icon.PERSON.of(20));
        signIn.setId("sign-in");
        signIn.setOnAction(_ -> model.askSignIn());

        var where = new HBox(10, ward, station);
        where.setAlignment(Pos.BASELINE_LEFT);
        var when = new HBox(10, clock, day);
        when.setAlignment(Pos.BASELINE_LEFT);
        for (var line : new HBox[] {where, when}) {
            line.setMaxHeight(USE_PREF_SIZE);
        }
        var rule = new Region();
        rule.getStyleClass().add("rule");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (var kept : new Region[] {ward, station, clock, day, unit, pause, person, lock, signIn}) {
            kept.setMinWidth(USE_PREF_SIZE);
        }
        widthProperty().subscribe(this::fit);
        getChildren().addAll(where, rule, when, space, unit, pause, person, lock, signIn);
    }

    void draw(ShellState state) {
        ward.setText(state.ward());
        station.setText(state.station());
        clock.setText(state.clock());
        day.setText(state.day());
        unit.setText(state.unit());
        draw(state.pause(), state.reach() instanceof ShellState.Reach.Gone);
        draw(state.signedIn(), state.reach() instanceof ShellState.Reach.Reached);
        fit();
    }

    /** In a narrow window what explains gives way, whole: first where the screen stands, then day and shift. */
    private void fit() {
        show(station, true);
        show(day, true);
        for (var dispensable : new Label[] {station, day}) {
            if (getWidth() > 0 && prefWidth(-1) > getWidth()) {
                show(dispensable, false);
            }
        }
    }

    private void draw(Pause shown, boolean standsElsewhere) {
        pause.draw(shown);
        show(pause, !standsElsewhere);
    }

    private void draw(Optional<SignedIn> signedIn, boolean canSignIn) {
        show(person, signedIn.isPresent());
        show(lock, signedIn.isPresent());
        show(signIn, signedIn.isEmpty() && canSignIn);
        signedIn.ifPresent(shown -> {
            initials.setText(shown.initials());
            name.setText(shown.name());
            role.setText(shown.role());
        });
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private static Label label(String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }
}
