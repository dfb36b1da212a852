package io.vigil.app.patient.chart;

/** How readings are drawn, by how many pixels there are for each. */
enum PointStyle {
    /** Room for each: shapes that tell the range, joined by a thin line. */
    SHAPES(3.2),
    DISCS(2.2),
    DOTS(1.5),
    /** Several readings share a pixel column: one bar from their least to their greatest, so that no low is drawn over. */
    COLUMNS(0);

    private final double radius;

    PointStyle(double radius) {
        this.radius = radius;
    }

    static PointStyle of(double pixelsPerReading) {
        if (pixelsPerReading > 3) {
            return SHAPES;
        }
        if (pixelsPerReading >= 1) {
            return DISCS;
        }
        return pixelsPerReading >= 0.25 ? DOTS : COLUMNS;
    }

    double radius() {
        return radius;
    }
}
