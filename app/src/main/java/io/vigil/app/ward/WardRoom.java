package io.vigil.app.ward;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.Answer;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Shift;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.TileOrder;
import io.vigil.app.ui.Units;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The ward's screen. Listens to the agent, and every second to the clock, and shows what follows. */
public final class WardRoom implements AutoCloseable {

    /** The station's clock may stand a little before what this screen holds for now. */
    private static final java.time.Duration AHEAD = java.time.Duration.ofMinutes(1);

    private final AgentLink link;
    private final Preferences preferences;
    private final Flash flash;
    private final Consumer<PatientId> open;
    private final InstantSource clock;
    private final TileMemory tiles = new TileMemory();
    private final StackPane place = new StackPane();
    private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> show()));
    private final AgentLink.Subscription heard;
    private final Subscription chosen;

    private WardView view;
    private @Nullable StationView station;
    private AnswerTimes answers = AnswerTimes.NONE;
    private Manner manner =
            Manner.of(Units.MG_PER_DL, PatientNames.FULL, TileOrder.BY_BED, ZoneOffset.UTC, Locale.ENGLISH);
    /** The alarms of each subject when its journal was last read, with their answers. */
    private final Map<Subject, Map<AlarmId, Answer>> journalReadFor = new HashMap<>();

    /** @param open is told whose tile was pressed */
    public WardRoom(
            AgentLink link, Preferences preferences, Flash flash, InstantSource clock, Consumer<PatientId> open) {
        this.link = link;
        this.preferences = preferences;
        this.flash = flash;
        this.clock = clock;
        this.open = open;
        view = newView();
        place.getChildren().setAll(view);
        chosen = Subscription.combine(
                preferences.language().subscribe((_, _) -> {
                    view = newView();
                    place.getChildren().setAll(view);
                    show();
                }),
                preferences.units().subscribe((_, _) -> show()),
                preferences.names().subscribe((_, _) -> show()),
                preferences.order().subscribe((_, _) -> show()),
                preferences.theme().subscribe((_, _) -> show()));
        heard = link.onChange(next -> {
            station = next;
            readJournals(next);
            show();
        });
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
    }

    public Node node() {
        return place;
    }

    @Override
    public void close() {
        seconds.stop();
        chosen.unsubscribe();
        heard.close();
    }

    private WardView newView() {
        return new WardView(
                preferences,
                Texts.of(WardRoom.class, preferences.language().get().locale()),
                flash,
                open);
    }

    private void show() {
        var known = station;
        if (known != null) {
            var now = clock.instant();
            var how = manner(known.station().zone());
            var state = WardState.of(known, tiles.tiles(known, now, how), answers, now, how);
            view.show(state, preferences.theme().get().palette());
        }
    }

    /** The same one as long as nobody chooses otherwise: by it the tiles know that they are still well said. */
    private Manner manner(ZoneId zone) {
        var chosenNow = Manner.of(
                preferences.units().get(),
                preferences.names().get(),
                preferences.order().get(),
                zone,
                preferences.language().get().locale());
        if (!chosenNow.saysTheSameAs(manner)) {
            manner = chosenNow;
        }
        return manner;
    }

    /** Who answered when stands in the journal. It is read again for each patient whose alarms, or their answers, have changed. */
    private void readJournals(StationView next) {
        if (!(next.contact() instanceof InContact)) {
            return;
        }
        var now = clock.instant();
        var start = Shift.began(now, next.station().zone());
        var end = now.plus(AHEAD); // what has just happened is asked for too
        for (var patient : next.patients()) {
            var subject = patient.patient().id();
            var alarms = next.alarms().stream()
                    .filter(alarm -> alarm.id().subject().equals(subject))
                    .collect(Collectors.toMap(
                            OpenAlarm::id, alarm -> alarm.state().answer()));
            if (!alarms.equals(journalReadFor.put(subject, alarms))) {
                var _ = link.events(subject, start, end).whenComplete((journal, failed) -> {
                    if (failed == null) {
                        answers = answers.with(journal);
                    } else {
                        journalReadFor.remove(subject); // to be read with the next change
                    }
                });
            }
        }
    }
}
