package io.vigil.app.patient.chart;

import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Fonts;
import io.vigil.glucose.Origin;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the crosshair and its card over the chart. */
final class CrosshairPainter {

    private static final double RING = 7;

    private final GraphicsContext on;
    private final Pen pen;
    private final ChartLook look;
    private final PlotArea area;
    private final Trace trace;

    CrosshairPainter(GraphicsContext on, ChartLook look, PlotArea area, Trace trace) {
        this.on = on;
        this.pen = new Pen(on);
        this.look = look;
        this.area = area;
        this.trace = trace;
    }

    void draw(Crosshair crosshair) {
        var line = look.of(Colour.TEXT);
        pen.down(crosshair.x(), PlotArea.TOP, area.laneTop(1) + PlotArea.LANE_HEIGHT, line);
        crosshair.reading().ifPresent(index -> {
            var y = area.y(trace.mgPerDl(index));
            pen.dashesAcross(PlotArea.LEFT, area.right(), y, look.of(Colour.TEXT_MUTED), 2, 2);
            pen.ring(crosshair.x(), y, RING, line, 2);
        });
        card(crosshair);
    }

    private void card(Crosshair crosshair) {
        var x = crosshair.cardX();
        var y = crosshair.cardY();
        on.setFill(look.of(Colour.SURFACE_RAISED));
        on.fillRoundRect(x, y, Crosshair.CARD_WIDTH, Crosshair.CARD_HEIGHT, 12, 12);
        on.setStroke(look.of(Colour.BORDER_STRONG));
        on.setLineWidth(1);
        on.strokeRoundRect(Pen.sharp(x), Pen.sharp(y), Crosshair.CARD_WIDTH - 1, Crosshair.CARD_HEIGHT - 1, 12, 12);

        var muted = look.of(Colour.TEXT_MUTED);
        var moment = look.times().day(crosshair.moment()) + " " + look.times().timeOfDayToTheSecond(crosshair.moment());
        if (crosshair.reading().isEmpty()) {
            var words = look.texts().get("crosshair.none");
            pen.text(words, x + 16, y + 30, Fonts.medium(16), look.of(Colour.TEXT), TextAlignment.LEFT);
            pen.text(moment, x + 16, y + 58, Fonts.regular(13), muted, TextAlignment.LEFT);
            return;
        }
        var index = crosshair.reading().getAsInt();
        var range = trace.range(index);
        var value = look.value(trace.reading(index));
        pen.text(value, x + 16, y + 27, Fonts.medium(32), look.of(Colour.TEXT), TextAlignment.LEFT);
        var beside = x + 16 + TextWidths.of(value, Fonts.medium(32)) + 14;
        pen.text(look.words(range), beside, y + 19, Fonts.medium(14), look.ofWords(range), TextAlignment.LEFT);
        pen.text(moment, beside, y + 38, Fonts.regular(13), muted, TextAlignment.LEFT);
        pen.text(age(crosshair.moment()), x + 16, y + 60, Fonts.regular(13), muted, TextAlignment.LEFT);
        pen.text(source(trace.origin(index)), x + 16, y + 78, Fonts.regular(13), muted, TextAlignment.LEFT);
    }

    private String age(Instant moment) {
        var newest = trace.moment(trace.size() - 1);
        var before = Duration.between(moment, newest);
        return before.isZero()
                ? look.texts().get("crosshair.newest")
                : look.texts().get("crosshair.before", look.times().span(before));
    }

    private String source(Origin origin) {
        return look.texts().get("origin." + origin.name());
    }
}
