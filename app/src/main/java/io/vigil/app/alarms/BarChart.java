package io.vigil.app.alarms;

import static io.vigil.app.alarms.Parts.label;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Draws a few bars over their ticks, and a line across them where one is to be kept under. */
final class BarChart extends Region {

    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final double GAP = 4;
    private static final double TICKS = 22;
    private static final double ABOVE = 18;

    private final List<Region> bars = new ArrayList<>();
    private final List<Label> ticks = new ArrayList<>();
    private final Region line = new Region();
    private final Label lineWords = label("", "bar-tick");
    private Gauge drawn = new Gauge("", List.of(), "", List.of(), 0, "");

    BarChart() {
        getStyleClass().add("alarm-bars");
        line.getStyleClass().add("bar-line");
        setMinHeight(64);
        setPrefHeight(96);
    }

    void draw(Gauge gauge) {
        drawn = gauge;
        bars.clear();
        ticks.clear();
        for (var bar : gauge.bars()) {
            var region = new Region();
            region.getStyleClass().add("bar");
            region.pseudoClassStateChanged(NOW, bar.isNow());
            bars.add(region);
            ticks.add(label(bar.tick(), "bar-tick"));
        }
        lineWords.setText(gauge.lineWords());
        getChildren().setAll(bars);
        getChildren().addAll(ticks);
        if (!gauge.lineWords().isEmpty()) {
            getChildren().addAll(line, lineWords);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var values = drawn.bars();
        if (values.isEmpty()) {
            return;
        }
        var highest = Math.max(
                drawn.line() * 1.1,
                values.stream().mapToDouble(Gauge.Bar::value).max().orElse(0));
        var floor = getHeight() - TICKS;
        var scale = highest == 0 ? 0 : (floor - ABOVE) / highest;
        var step = (getWidth() + GAP) / values.size();
        for (var i = 0; i < values.size(); i++) {
            var height = Math.rint(values.get(i).value() * scale);
            var left = snapPositionX(i * step);
            var width = Math.max(1, snapPositionX((i + 1) * step - GAP) - left);
            bars.get(i).resizeRelocate(left, floor - height, width, height);
            var tick = ticks.get(i);
            var wide = tick.prefWidth(-1);
            layoutInArea(tick, left + width / 2 - wide / 2, floor + 4, wide, TICKS - 4, 0, HPos.CENTER, VPos.TOP);
        }
        var at = Math.rint(floor - drawn.line() * scale);
        line.resizeRelocate(0, at, getWidth(), 1);
        lineWords.resizeRelocate(0, at - 17, lineWords.prefWidth(-1), 16);
    }
}
