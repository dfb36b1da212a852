package io.vigil.app.patient.chart;

import java.time.Instant;

/** Where on the canvas a moment and a concentration lie, for a canvas this large. All lengths in pixels. */
record PlotArea(ChartWindow window, double width, double height) {

    static final double LEFT = 44;
    static final double RIGHT = 108;
    static final double TOP = 20;
    static final double BOTTOM = 100;
    static final double LANE_HEIGHT = 28;

    /** The axis ends where sensors do: below and above they say LO and HI. mg/dL. */
    static final double LOWEST = 40;

    static final double HIGHEST = 400;

    private static final double LANES_BELOW_PLOT = 34;
    private static final double LANE_STEP = 32;

    double plotWidth() {
        return Math.max(1, width - LEFT - RIGHT);
    }

    double plotHeight() {
        return Math.max(1, height - TOP - BOTTOM);
    }

    double right() {
        return LEFT + plotWidth();
    }

    double bottom() {
        return TOP + plotHeight();
    }

    double millisPerPixel() {
        return window.length().toMillis() / plotWidth();
    }

    double x(Instant moment) {
        return x(moment.toEpochMilli());
    }

    double x(long epochMillis) {
        return LEFT + (epochMillis - window.from().toEpochMilli()) / millisPerPixel();
    }

    Instant moment(double x) {
        return window.from().plusMillis(Math.round((x - LEFT) * millisPerPixel()));
    }

    /** What lies beyond the axis is drawn at its edge. */
    double y(double mgPerDl) {
        var share = (Math.clamp(mgPerDl, LOWEST, HIGHEST) - LOWEST) / (HIGHEST - LOWEST);
        return bottom() - share * plotHeight();
    }

    double laneTop(int lane) {
        return bottom() + LANES_BELOW_PLOT + lane * LANE_STEP;
    }

    boolean holds(double x, double y) {
        return x >= LEFT && x <= right() && y >= TOP && y <= bottom();
    }
}
