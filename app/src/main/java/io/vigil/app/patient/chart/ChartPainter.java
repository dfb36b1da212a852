package io.vigil.app.patient.chart;

import java.time.ZoneId;
import javafx.scene.canvas.GraphicsContext;

/** Draws the whole chart, from what lies behind to what lies before. */
final class ChartPainter {

    private ChartPainter() {}

    static void paint(GraphicsContext on, ChartLook look, ChartScene scene, ChartState state, PlotArea area) {
        on.clearRect(0, 0, area.width(), area.height());
        ZoneId zone = look.times().zone();
        var ticks = TimeTicks.of(state.window(), zone);

        var ground = new GroundPainter(on, look, area);
        ground.band();
        ground.grid(ticks);
        ground.gaps(Gap.in(state.window(), scene.trace(), state.now()));
        ground.limits(scene.limits());
        new TracePainter(on, look, area, scene.trace()).readings();
        ground.now(state.now());
        ground.labels(ticks, zone);
        new LanePainter(on, look, area).lanes(AlarmLane.of(scene.alarms(), area, zone), scene.events());
    }
}
