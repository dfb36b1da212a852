package io.vigil.app.patient;

import static io.vigil.app.patient.Bedside.berlin;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.patient.chart.ChartSpan;
import io.vigil.app.patient.chart.ChartState;
import io.vigil.app.stage.Pictures;
import io.vigil.app.stage.StageTest;
import io.vigil.app.ui.Language;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.Theme;
import io.vigil.app.ui.ThemeChoice;
import io.vigil.app.ui.Units;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The patient's page as people will see it, written to {@code target/pictures}: what the shell leaves of 1920×1080. */
class PatientPicturesTest extends StageTest {

    private static final double WIDTH = 1832;
    private static final double HEIGHT = 992;
    private static final Instant NIGHT = berlin("2022-05-16T04:07:12");

    private final Preferences preferences = Preferences.unkept();
    private final AtomicReference<@Nullable PatientRoom> room = new AtomicReference<>();

    @AfterEach
    void leave_the_room() {
        doOnScreen(this::close);
    }

    @Test
    void the_last_three_hours_with_late_readings_and_an_open_urgent_low() {
        picture("patient-3h", Bedside.seven(), NIGHT, _ -> choose(ChartSpan.HOURS_3));
    }

    @Test
    void a_day() {
        picture("patient-24h", Bedside.seven(), NIGHT, _ -> choose(ChartSpan.HOURS_24));
    }

    @Test
    void a_fortnight() {
        picture("patient-14d", Bedside.seven(), NIGHT, _ -> choose(ChartSpan.DAYS_14));
    }

    @Test
    void ninety_days() {
        picture("patient-90d", Bedside.seven(), NIGHT, _ -> choose(ChartSpan.DAYS_90));
    }

    @Test
    void a_day_of_high_values_with_the_crosshair_on_one() {
        picture("patient-crosshair", Bedside.nine(), berlin("2022-05-16T05:55:00"), scene -> {
            choose(ChartSpan.HOURS_24);
            pointAt(scene, 0.63);
        });
    }

    @Test
    void a_gap_in_the_night_that_has_ended() {
        picture("patient-gap", Bedside.three(), berlin("2022-05-16T07:30:00"), _ -> choose(ChartSpan.HOURS_12));
    }

    @Test
    void a_sensor_that_is_silent_still() {
        picture("patient-lost", Bedside.three(), berlin("2022-05-16T04:55:00"), _ -> choose(ChartSpan.HOURS_6));
    }

    @Test
    void a_value_that_is_old() {
        picture("patient-old", Bedside.three(), berlin("2022-05-16T03:21:00"), _ -> choose(ChartSpan.HOURS_6));
    }

    @Test
    void a_sensor_that_says_hi() {
        picture(
                "patient-hi",
                Bedside.nine().measuresUpTo(345),
                berlin("2022-05-16T05:11:00"),
                _ -> choose(ChartSpan.HOURS_6));
    }

    @Test
    void the_readings_as_a_table() {
        picture("patient-table", Bedside.seven(), NIGHT, scene -> {
            choose(ChartSpan.HOURS_24);
            ((ToggleButton) scene.lookup(".table-toggle")).fire();
        });
    }

    @Test
    void without_the_agent_and_under_two_banners() {
        var link = Bedside.seven().at(NIGHT);
        for (var theme : Theme.values()) {
            var scene = stage(theme, link, Bedside.seven(), WIDTH - 32, 864);
            doOnScreen(() -> link.loses(12));
            write("patient-lost-agent", theme, scene);
            doOnScreen(link::comesBack);
        }
    }

    @Test
    void in_german_and_mmol_per_litre() {
        preferences.language().set(Language.GERMAN);
        preferences.units().set(Units.MMOL_PER_L);
        preferences.names().set(PatientNames.INITIALS);
        picture("patient-german", Bedside.seven(), NIGHT, _ -> choose(ChartSpan.DAYS_3));
    }

    @Test
    void in_a_small_window() {
        for (var theme : Theme.values()) {
            var scene = stage(theme, Bedside.seven().at(NIGHT), Bedside.seven(), 1192, 632);
            write("patient-1280x720", theme, scene);
        }
    }

    private void picture(String name, Bedside bed, Instant now, Consumer<Scene> act) {
        var link = bed.at(now);
        for (var theme : Theme.values()) {
            var scene = stage(theme, link, bed, WIDTH, HEIGHT);
            doOnScreen(() -> act.accept(scene));
            write(name, theme, scene);
        }
    }

    private Scene stage(Theme theme, InMemoryAgentLink link, Bedside bed, double width, double height) {
        return show(theme, width, height, () -> {
            close();
            preferences.themeChoice().set(theme == Theme.LIGHT ? ThemeChoice.LIGHT : ThemeChoice.DARK);
            var opened = new PatientRoom(link, preferences, link.clock());
            room.set(opened);
            return (Parent) opened.show(bed.id());
        });
    }

    private void close() {
        Optional.ofNullable(room.getAndSet(null)).ifPresent(PatientRoom::close);
    }

    private void choose(ChartSpan span) {
        var chart = Objects.requireNonNull(room.get()).page().orElseThrow().chart();
        chart.goTo(ChartState.live(span, chart.stateProperty().get().now()));
    }

    private void pointAt(Scene scene, double share) {
        var chart = Objects.requireNonNull(room.get()).page().orElseThrow().chart();
        scene.getRoot().layout();
        chart.pointAt(share);
    }

    private static void write(String name, Theme theme, Scene scene) {
        var written = Pictures.write(name + (theme == Theme.LIGHT ? "-light" : "-dark"), scene);
        assertThat(written).satisfies(file -> assertThat(Files.size(file)).isGreaterThan(20_000));
    }
}
