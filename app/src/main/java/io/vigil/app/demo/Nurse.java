package io.vigil.app.demo;

import io.vigil.alarm.AlarmId;
import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmState;
import io.vigil.alarm.Answer;
import io.vigil.alarm.Condition;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.agentlink.AgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact;
import io.vigil.ward.PatientId;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

/**
 * A nurse who follows a script, with the hands of a nurse: she looks at the screen, presses what it offers, and types her name.
 * She answers the urgent low first, then what else is open, and a picture is taken of each stage. Lives on the screen's thread.
 */
public final class Nurse implements AutoCloseable {

    private static final Duration LOOK = Duration.millis(500);
    private static final int LOOKS_BETWEEN_ANSWERS = 5;

    /** What has been seen, and kept in pictures. */
    private enum Stage {
        WARD,
        ALARM,
        SIGN_IN,
        ACKNOWLEDGED,
        PATIENT,
        RECOVERED
    }

    private final Scene scene;
    private final Pictures pictures;
    private final Consumer<PatientId> openPatient;
    private final Runnable openWard;
    private final AgentLink.Subscription hears;
    private final Timeline looks = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private final Set<Stage> seen = EnumSet.noneOf(Stage.class);

    private Optional<StationView> ward = Optional.empty();
    private Optional<AlarmId> urgent = Optional.empty();
    private int looksSinceAnswer;
    private int looksAtPatient;

    /**
     * @param openPatient goes to a patient's page
     * @param openWard goes back to the ward
     */
    public Nurse(AgentLink link, Scene scene, Pictures pictures, Consumer<PatientId> openPatient, Runnable openWard) {
        this.scene = scene;
        this.pictures = pictures;
        this.openPatient = openPatient;
        this.openWard = openWard;
        this.hears = link.onChange(view -> ward = Optional.of(view));
        looks.setCycleCount(Animation.INDEFINITE);
        looks.play();
    }

    public List<Path> pictures() {
        return pictures.taken();
    }

    @Override
    public void close() {
        looks.stop();
        hears.close();
    }

    private void look() {
        if (pictures.areBeingTaken()) {
            return;
        }
        ward.filter(view -> view.contact() instanceof Contact.InContact
                        && !view.patients().isEmpty())
                .ifPresent(this::look);
    }

    private void look(StationView view) {
        looksSinceAnswer++;
        if (urgent.isEmpty()) {
            urgent = view.alarms().stream()
                    .map(OpenAlarm::id)
                    .filter(id -> id.kind() == AlarmKind.URGENT_LOW)
                    .findFirst();
        }
        if (urgent.isEmpty()) {
            if (view.patients().size() == 12
                    && view.patients().stream().allMatch(each -> !each.recent().isEmpty())) {
                keep(Stage.WARD, "ward");
            }
            return;
        }
        var state = state(view, urgent.get());
        var answered =
                state.map(open -> open.answer() instanceof Answer.Acknowledged).orElse(true);
        if (!answered) {
            if (!keep(Stage.ALARM, "alarm")) {
                answer();
            }
        } else if (keep(Stage.ACKNOWLEDGED, "acknowledged")) {
            looksAtPatient = 0;
        } else if (!seen.contains(Stage.PATIENT)) {
            lookAtPatient(urgent.get());
        } else {
            if (looksAtPatient > 0) {
                looksAtPatient = 0;
                openWard.run();
            }
            if (state.map(open -> open.condition() instanceof Condition.Recovered)
                    .orElse(true)) {
                keep(Stage.RECOVERED, "recovered");
            }
            if (looksSinceAnswer > LOOKS_BETWEEN_ANSWERS) {
                answer();
            }
        }
    }

    private void lookAtPatient(AlarmId alarm) {
        if (looksAtPatient++ == 0 && alarm.subject() instanceof PatientId patient) {
            openPatient.accept(patient);
        } else if (looksAtPatient == LOOKS_BETWEEN_ANSWERS) {
            keep(Stage.PATIENT, "patient");
        }
    }

    private static Optional<AlarmState.Open> state(StationView view, AlarmId id) {
        return view.alarms().stream()
                .filter(alarm -> alarm.id().equals(id))
                .map(OpenAlarm::state)
                .findFirst();
    }

    /** Presses what the screen offers: to acknowledge, and when it asks who she is, to say so. */
    private void answer() {
        find("#person", TextInputControl.class)
                .ifPresentOrElse(
                        person -> {
                            person.setText("brandt");
                            find("#password", TextInputControl.class).ifPresent(word -> word.setText("night-4b"));
                            if (!keep(Stage.SIGN_IN, "sign-in")) {
                                find("#enter", Button.class).ifPresent(Button::fire);
                            }
                        },
                        () -> find("#acknowledge", Button.class).ifPresent(button -> {
                            button.fire();
                            looksSinceAnswer = 0;
                        }));
    }

    /** True when it is new. */
    private boolean keep(Stage stage, String name) {
        var isNew = seen.add(stage);
        if (isNew) {
            pictures.take(name);
        }
        return isNew;
    }

    private <N extends Node> Optional<N> find(String id, Class<N> kind) {
        return scene.getRoot().lookupAll(id).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(node -> !node.isDisabled() && isInSight(node))
                .findFirst();
    }

    private static boolean isInSight(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
