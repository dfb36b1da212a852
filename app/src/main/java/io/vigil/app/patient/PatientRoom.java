package io.vigil.app.patient;

import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.patient.chart.ChartSpan;
import io.vigil.app.patient.chart.ChartState;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Times;
import io.vigil.ward.PatientId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * The room of one patient: shows whom it is told to, live, for as long as its node is in a window. One at a time; showing
 * another, or {@link #leave}, ends what was asked and heard for the one before.
 */
public final class PatientRoom {

    private final AgentLink link;
    private final Preferences preferences;
    private final InstantSource clock;
    private final Optional<Consumer<PatientId>> limits;
    private final StackPane place = new StackPane();
    private final Timeline everySecond = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
    private final Subscription choices;

    private Optional<PatientModel> model = Optional.empty();
    private Optional<PatientPage> page = Optional.empty();
    private ChartState shown;

    /**
     * A room from which no way leads to the limits.
     *
     * @param clock the station's told clock, that of the link
     */
    public PatientRoom(AgentLink link, Preferences preferences, InstantSource clock) {
        this(link, preferences, clock, Optional.empty());
    }

    /** @param limits goes to where a patient's limits are set */
    public PatientRoom(AgentLink link, Preferences preferences, InstantSource clock, Consumer<PatientId> limits) {
        this(link, preferences, clock, Optional.of(limits));
    }

    private PatientRoom(
            AgentLink link, Preferences preferences, InstantSource clock, Optional<Consumer<PatientId>> limits) {
        this.limits = limits;
        this.link = link;
        this.preferences = preferences;
        this.clock = clock;
        shown = ChartState.live(ChartSpan.HOURS_24, clock.instant());
        everySecond.setCycleCount(Animation.INDEFINITE);
        place.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                everySecond.stop();
            } else {
                everySecond.play();
            }
        });
        choices = Subscription.combine(
                preferences.units().subscribe(this::dressAnew),
                preferences.language().subscribe(this::dressAnew),
                preferences.names().subscribe(this::dressAnew),
                preferences.theme().subscribe(this::dressAnew));
    }

    /** Turns to a patient. The node is the same for all of them. */
    public Node show(PatientId patient) {
        leave();
        shown = ChartState.live(ChartSpan.HOURS_24, clock.instant());
        var turnedTo = new PatientModel(link, patient, clock, this::refresh);
        model = Optional.of(turnedTo);
        turnedTo.start();
        refresh();
        return place;
    }

    /** Ends what is heard for the patient shown, until the next is. */
    public void leave() {
        model.ifPresent(PatientModel::close);
        model = Optional.empty();
        page = Optional.empty();
        place.getChildren().clear();
    }

    /** Ends the room itself. */
    public void close() {
        leave();
        everySecond.stop();
        choices.unsubscribe();
    }

    /** The page as it stands, for tests and for whoever prints it. */
    Optional<PatientPage> page() {
        return page;
    }

    void tick() {
        model.ifPresent(PatientModel::tick);
        refresh();
    }

    private void dressAnew() {
        page.ifPresent(worn -> {
            shown = worn.chart().stateProperty().get();
            page = Optional.empty();
            place.getChildren().clear();
            refresh();
        });
    }

    private void refresh() {
        model.ifPresent(known -> state(known)
                .ifPresentOrElse(
                        state -> {
                            var now = clock.instant();
                            var drawn = page.orElseGet(() -> open(known, state));
                            drawn.stateProperty().set(state);
                            drawn.chart()
                                    .goTo(drawn.chart().stateProperty().get().at(now));
                            drawn.refresh();
                        },
                        () -> wait(known)));
    }

    private Optional<PatientState> state(PatientModel known) {
        return known.patient()
                .flatMap(patient -> known.station()
                        .map(station -> PatientState.of(
                                patient, station, known.tales(), known.shares(), clock.instant(), wording(known))));
    }

    private PatientPage open(PatientModel known, PatientState state) {
        var palette = preferences.theme().get().palette();
        var opened = new PatientPage(known, state, shown.at(clock.instant()), wording(known), palette, limits);
        page = Optional.of(opened);
        place.getChildren().setAll(opened);
        return opened;
    }

    private void wait(PatientModel known) {
        page = Optional.empty();
        var key = known.station().isEmpty() ? "loading" : "absent";
        place.getChildren().setAll(new Label(wording(known).text(key)));
    }

    private Wording wording(PatientModel known) {
        var locale = preferences.language().get().locale();
        var zone = known.station().map(station -> station.station().zone()).orElse(ZoneOffset.UTC);
        return new Wording(
                preferences.units().get(),
                new Times(zone, locale),
                preferences.names().get());
    }
}
