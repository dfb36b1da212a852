package io.vigil.app.shell;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.SoundPause;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.AgentHealth;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.app.agentlink.StationView.StationFacts;
import io.vigil.app.alarms.AlarmSound;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.WindowPlace;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

/** The app's window: everything around the rooms, from the banner of open alarms to the bar that says how the agent is. */
public final class Shell implements AutoCloseable {

    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    private static final double USUAL_WIDTH = 1600;
    private static final double USUAL_HEIGHT = 900;
    /** The clock shows seconds; five looks a second keep it from skipping one. */
    private static final Duration LOOK = Duration.millis(200);

    private final Navigation navigation;
    private final Preferences preferences;
    private final Flash flash;
    private final ShellModel model;
    private final AlarmSound sound;
    private final AgentLink.Subscription tests;
    private final StackPane root = new StackPane();
    private final Timeline ticks;
    private Subscription subscriptions = Subscription.EMPTY;
    private ShellView view;

    /**
     * A shell around rooms; nothing is on the screen yet. To be made on the screen's thread.
     *
     * @param flash shared with the rooms, so that all flash together
     * @param wall this machine's own clock; what is shown goes by the link's
     */
    public Shell(AgentLink link, Navigation navigation, Preferences preferences, Flash flash, InstantSource wall) {
        this.navigation = navigation;
        this.preferences = preferences;
        this.flash = flash;
        var door = new FxDoor();
        model = new ShellModel(link, preferences, wall, door, nothingHeard(wall));
        sound = AlarmSound.open(door, model::soundDeviceIs, model::heard);
        tests = link.onSelfTest(test -> model.tests(test, sound.test()));
        view = newView(preferences.language().get().locale());
        root.getChildren().setAll(view);
        ticks = new Timeline(new KeyFrame(LOOK, _ -> model.tick()));
        ticks.setCycleCount(Animation.INDEFINITE);
        ticks.play();
        subscriptions = Subscription.combine(
                model.state().subscribe(this::follow),
                preferences.units().subscribe(_ -> model.tick()),
                preferences.names().subscribe(_ -> model.tick()));
        preferences.language().addListener((_, _, chosen) -> speak(chosen.locale()));
    }

    /** All that the window holds. */
    public Parent root() {
        return root;
    }

    /** A touch on Acknowledge in a room: with nobody signed in, asks first who it is. */
    public void acknowledge(AlarmId alarm) {
        model.acknowledge(alarm);
    }

    public void askSignIn() {
        model.askSignIn();
    }

    /** What went wrong, in a sentence; stays until somebody has read it. */
    public void tell(String trouble) {
        model.notice().set(Optional.of(trouble));
    }

    /** Puts the shell on a stage, where it stood when it was last closed. */
    public void showOn(Stage stage) {
        var place = preferences.window().filter(Shell::isOnAScreen);
        var scene = new Scene(
                root,
                place.map(WindowPlace::width).orElse(USUAL_WIDTH),
                place.map(WindowPlace::height).orElse(USUAL_HEIGHT));
        dress(scene);
        stage.setScene(scene);
        stage.setTitle("Vigil");
        stage.getIcons().setAll(List.of(Brand.icon(16), Brand.icon(32), Brand.icon(64), Brand.icon(128)));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        place.ifPresentOrElse(
                last -> {
                    stage.setX(last.x());
                    stage.setY(last.y());
                    stage.setMaximized(last.maximised());
                },
                () -> stage.setMaximized(true));
        stage.setOnHiding(_ -> preferences.keepWindow(
                new WindowPlace(stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight(), stage.isMaximized())));
        stage.show();
    }

    /** Lets a scene follow the theme, and tells the agent what it shows. */
    public void dress(Scene scene) {
        subscriptions = subscriptions.and(preferences.theme().subscribe(theme -> theme.dress(scene)));
        scene.addPostLayoutPulseListener(() -> {
            model.drawn(view.drawnAlarms());
            if (view.drawsTest()) {
                model.testIsDrawn();
            }
        });
    }

    @Override
    public void close() {
        ticks.stop();
        tests.close();
        flash.run(false);
        subscriptions.unsubscribe();
        view.close();
        sound.close();
        model.close();
    }

    private void follow(ShellState state) {
        sound.sound(state.sound());
        flash.run(state.flashes());
    }

    private void speak(Locale locale) {
        view.close();
        model.tick();
        view = newView(locale);
        root.getChildren().setAll(view);
    }

    private ShellView newView(Locale locale) {
        return new ShellView(model, navigation, flash, locale);
    }

    private static boolean isOnAScreen(WindowPlace place) {
        return !Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())
                .isEmpty();
    }

    private static StationView nothingHeard(InstantSource wall) {
        var now = wall.instant();
        return new StationView(
                new Contact.NotYet(now),
                new StationFacts("", "Vigil", "", ZoneOffset.systemDefault(), ""),
                List.of(),
                List.of(),
                SoundPause.NONE,
                List.of(),
                new AgentHealth(now, true, "", 0, 0, 0, ""),
                Optional.empty());
    }
}
