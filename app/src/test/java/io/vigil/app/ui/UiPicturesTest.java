package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.stage.Pictures;
import io.vigil.app.stage.StageTest;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UiPicturesTest extends StageTest {

    private static final Instant NOON = Instant.parse("2022-05-16T12:00:00Z");

    @ParameterizedTest
    @EnumSource
    void everything_drawn_can_be_seen_on_one_sheet(Theme theme) {
        var scene = show(theme, 1280, 720, () -> {
            var canvas = new Canvas(1280, 400);
            draw(canvas.getGraphicsContext2D(), theme.palette());
            var icons = new FlowPane(12, 12);
            for (var icon : Icon.values()) {
                var name = new Label(icon.name(), icon.of(32));
                icons.getChildren().add(name);
            }
            return new VBox(canvas, icons);
        });

        assertThat(Pictures.write("ui-" + theme.name().toLowerCase(java.util.Locale.ROOT), scene))
                .isNotEmptyFile();
    }

    /** The canvas reads the sheet by itself; here JavaFX's own reading of it is the judge. */
    @ParameterizedTest
    @EnumSource
    void canvas_and_style_sheet_show_the_same_colours(Theme theme) {
        var swatch = new StackPane[1];
        show(theme, 100, 100, () -> swatch[0] = new StackPane());

        for (var colour : Colour.values()) {
            var shown = onScreen(() -> {
                swatch[0].setStyle("-fx-background-color: " + colour.token());
                swatch[0].applyCss();
                return swatch[0].getBackground().getFills().getFirst().getFill();
            });
            assertThat(shown).as(colour.token()).isEqualTo(theme.palette().of(colour));
        }
    }

    @Test
    void all_digits_are_equally_wide_in_each_weight() {
        for (var font : List.of(Fonts.regular(96), Fonts.medium(96), Fonts.bold(96))) {
            assertThat(font.getFamily()).startsWith("Roboto");
            var widths =
                    "0123456789".chars().mapToObj(digit -> width(font, digit)).distinct();
            assertThat(widths).as(font.getName()).hasSize(1);
        }
        assertThat(Fonts.medium(20).getName()).isEqualTo("Roboto Medium");
        assertThat(Fonts.bold(20).getName()).isEqualTo("Roboto Bold");
    }

    private static double width(Font font, int digit) {
        var text = new javafx.scene.text.Text(Character.toString(digit));
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private static void draw(GraphicsContext on, Palette palette) {
        on.setFill(palette.of(Colour.SURFACE));
        on.fillRect(0, 0, 1280, 400);
        for (var step = -2; step <= 2; step++) {
            TrendArrow.draw(on, 60 + (step + 2) * 70, 50, 48, step, false, palette.of(Colour.TEXT));
            TrendArrow.draw(on, 60 + (step + 2) * 70, 120, 48, step, true, palette.of(Colour.TEXT));
        }
        spark(5, false).draw(on, 440, 20, 160, 112, Sparkline.Ground.SURFACE, palette);
        spark(25, false).draw(on, 640, 20, 160, 112, Sparkline.Ground.SURFACE, palette);
        spark(5, true).draw(on, 840, 20, 160, 112, Sparkline.Ground.STALE, palette);
        on.setFill(palette.of(Colour.ALARM_HIGH));
        on.fillRect(1030, 10, 200, 132);
        spark(-5, false).draw(on, 1050, 20, 160, 112, Sparkline.Ground.HIGH_ALARM, palette);
        new TimeInRangeBar(5, 15, 77, 2.9, 0.1).draw(on, 20, 180, 40, 180, palette);
        new TimeInRangeBar(0, 0, 100, 0, 0).draw(on, 80, 180, 40, 180, palette);
        Icon.HIGH.draw(on, 200, 200, 22, palette.of(Colour.ALARM_HIGH));
        Icon.MEDIUM.draw(on, 240, 200, 22, palette.of(Colour.ALARM_MEDIUM_EDGE));
        Icon.ANSWERED.draw(on, 280, 200, 22, palette.of(Colour.TEXT));
        on.setFill(palette.of(Colour.TEXT));
        on.setFont(Fonts.medium(96));
        on.fillText("0123456789", 200, 320);
        on.setFont(Fonts.bold(44));
        on.fillText("51 ≤ 54 · 1 − 2 ± 3 …", 750, 320);
    }

    private static Sparkline spark(double slope, boolean lost) {
        var readings = new ArrayList<Reading>();
        for (var i = 0; i < (lost ? 24 : 36); i++) {
            if (i != 8 && i != 9) {
                readings.add(new Measured(
                        NOON.plus(Duration.ofMinutes(5L * i)),
                        Glucose.mgPerDl(Math.clamp(150 + slope * i * 0.6 + 12 * Math.sin(i / 3.0), 40, 400))));
            }
        }
        return new Sparkline(readings, NOON, NOON.plus(Duration.ofHours(3)), Duration.ofMinutes(5), lost);
    }
}
