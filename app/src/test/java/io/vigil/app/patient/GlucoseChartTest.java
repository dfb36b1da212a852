package io.vigil.app.patient;

import static io.vigil.app.patient.Bedside.berlin;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.patient.chart.ChartSpan;
import io.vigil.app.patient.chart.ChartState;
import io.vigil.app.patient.chart.GlucoseChart;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VerticalDirection;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What hands do with the chart. */
class GlucoseChartTest extends StageTest {

    private static final Instant NIGHT = berlin("2022-05-16T04:07:12");

    private final List<PatientRoom> rooms = new ArrayList<>();

    @BeforeEach
    void open_the_page() {
        var bed = Bedside.seven();
        var link = bed.at(NIGHT);
        show(Theme.LIGHT, 1500, 800, () -> {
            rooms.add(new PatientRoom(link, Preferences.unkept(), link.clock()));
            return (Parent) rooms.getFirst().show(bed.id());
        });
    }

    @AfterEach
    void leave_the_page() {
        doOnScreen(() -> rooms.forEach(PatientRoom::close));
    }

    @Test
    void the_wheel_zooms_a_drag_pans_and_a_double_click_returns_to_now() {
        var live = state();
        moveTo(chart());

        scroll(1, VerticalDirection.DOWN);
        settle();
        assertThat(state().window().length()).isNotEqualTo(live.window().length());

        drag(chart(), MouseButton.PRIMARY).dropBy(600, 0);
        settle();
        assertThat(state().isFollowing()).isFalse();

        doubleClickOn(chart());
        settle();
        assertThat(state().isFollowing()).isTrue();
    }

    @Test
    void the_keyboard_pans_zooms_and_returns_to_now() {
        doOnScreen(() -> chart().requestFocus());
        var live = state();

        push(KeyCode.LEFT).push(KeyCode.LEFT);
        settle();
        assertThat(state().isFollowing()).isFalse();
        assertThat(Duration.between(state().window().from(), live.window().from()))
                .isEqualTo(live.window().length().dividedBy(5));

        push(KeyCode.HOME);
        settle();
        assertThat(state()).isEqualTo(live);

        push(KeyCode.ADD);
        settle();
        assertThat(state().window().length()).isLessThan(live.window().length());
    }

    @Test
    void a_chosen_span_is_marked_until_a_zoom_leaves_it() {
        clickOn("7 d");
        settle();
        assertThat(state().span()).contains(ChartSpan.DAYS_7);

        doOnScreen(() -> chart().requestFocus());
        push(KeyCode.SUBTRACT);
        settle();
        assertThat(state().span()).isEmpty();
        assertThat(lookup(".span-button:selected").queryAll()).isEmpty();
    }

    private GlucoseChart chart() {
        return rooms.getFirst().page().orElseThrow().chart();
    }

    private ChartState state() {
        return onScreen(() -> chart().stateProperty().get());
    }
}
