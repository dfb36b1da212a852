package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.AlarmStep;
import io.vigil.alarm.Answer.Acknowledged;
import io.vigil.alarm.OpenAlarm;
import io.vigil.app.AppWindow;
import io.vigil.app.agentlink.RemoteAgentLink;
import io.vigil.app.agentlink.StationView;
import io.vigil.app.agentlink.StationView.Contact.InContact;
import io.vigil.app.demo.DemoStation;
import io.vigil.app.stage.Pictures;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Flash;
import io.vigil.app.ui.FxDoor;
import io.vigil.app.ui.Preferences;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent.AlarmChanged;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;

/** A house with its light on: an agent that tells the nights of ward 4B, and the app's whole window on the stage. */
abstract class HouseTest extends StageTest {

    /** Margaret Osei in bed 07, of whom the story tells an urgent low 5 minutes and 35 seconds after it begins. */
    static final PatientId OSEI = new PatientId("p-07");

    private static final int GENEROUS_SECONDS = 90;

    private final Preferences preferences = Preferences.unkept();

    /** As they were heard, in order. Touched on the screen's thread alone. */
    private final List<NumberedEvent> heard = new ArrayList<>();

    private Optional<StationView> view = Optional.empty();
    private Optional<House> house = Optional.empty();

    private record House(DemoStation station, RemoteAgentLink link, AppWindow window, Stage stage) {}

    /**
     * Starts all of it; returns when the app is in contact with the agent.
     *
     * @param speed told seconds in a real second
     */
    void open(double speed) {
        var station = DemoStation.start(BuiltAgent.HOME, BuiltAgent.classPath(), speed);
        var link = RemoteAgentLink.toAgentIn(station.agent().data(), new FxDoor(), InstantSource.system());
        link.onEvent(heard::add);
        link.onChange(newest -> view = Optional.of(newest));
        house = Optional.of(onScreen(() -> {
            var stage = new Stage();
            var window = new AppWindow(link, preferences, Flash.still(), InstantSource.system());
            window.shell().showOn(stage);
            return new House(station, link, window, stage);
        }));
        untilSoon("the app is in contact with the agent", () -> view().contact() instanceof InContact);
    }

    @AfterEach
    void close_the_house() {
        house.ifPresent(open -> {
            doOnScreen(() -> {
                open.stage().hide();
                open.window().close();
            });
            open.link().close();
            open.station().close();
        });
    }

    DemoStation station() {
        return house.orElseThrow().station();
    }

    RemoteAgentLink link() {
        return house.orElseThrow().link();
    }

    Scene scene() {
        return house.orElseThrow().stage().getScene();
    }

    /** What the app knows. To be asked on the screen's thread. */
    StationView view() {
        return view.orElseThrow();
    }

    /** Every numbered event that the app was told, in the order in which it was. */
    List<NumberedEvent> heard() {
        return onScreen(() -> List.copyOf(heard));
    }

    /** The urgent low of bed 07 as it stands. To be asked on the screen's thread. */
    Optional<OpenAlarm> urgentLow() {
        return view().alarms().stream()
                .filter(alarm -> alarm.id().subject().equals(OSEI) && alarm.id().kind() == AlarmKind.URGENT_LOW)
                .findFirst();
    }

    Optional<Acknowledged> answer() {
        return urgentLow()
                .flatMap(alarm ->
                        alarm.state().answer() instanceof Acknowledged answer ? Optional.of(answer) : Optional.empty());
    }

    /** What the agent has in its book of bed 07. */
    List<NumberedEvent> book() {
        return answered(link().events(OSEI, Instant.EPOCH, tomorrow()));
    }

    Instant tomorrow() {
        return link().clock().instant().plus(Duration.ofDays(1));
    }

    static boolean isAnswerToUrgentLow(NumberedEvent event) {
        return event.event() instanceof AlarmChanged(var change)
                && change.alarm().kind() == AlarmKind.URGENT_LOW
                && change.to() == AlarmStep.ACKNOWLEDGED;
    }

    /** What the tile of a bed says to those who do not see it. */
    String tile(String bed) {
        return onScreen(() -> lookup(".patient-tile").queryAll().stream()
                .map(tile -> String.valueOf(tile.getAccessibleText()))
                .filter(words -> words.startsWith(bed + ","))
                .collect(Collectors.joining("\n")));
    }

    /** All words that can be read in a part of the screen; empty while it is not seen. */
    String words(String selector) {
        return onScreen(() -> lookup(selector)
                .tryQuery()
                .filter(Node::isVisible)
                .map(HouseTest::labels)
                .orElse(""));
    }

    private static String labels(Node part) {
        return switch (part) {
            case Labeled labeled -> labeled.getText() + "\n";
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .map(HouseTest::labels)
                        .collect(Collectors.joining());
            default -> "";
        };
    }

    void picture(String name) {
        Pictures.write(name, scene());
    }

    /** Waits for what the agent does, a process that may have to start first. */
    static void untilSoon(String what, BooleanSupplier isSo) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(GENEROUS_SECONDS);
        while (!onScreen(isSo::getAsBoolean)) {
            assertThat(System.nanoTime()).as("Waited in vain until " + what).isLessThan(until);
            settle();
        }
    }

    static <T> T answered(CompletableFuture<T> question) {
        return question.orTimeout(GENEROUS_SECONDS, TimeUnit.SECONDS).join();
    }
}
