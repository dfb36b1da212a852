package io.vigil.app.ward;

import java.util.Locale;

/**
 * How large a tile is and how much it tells: the steps of a ward that fills, largest first. Figures in px, drawn for a
 * window of 1920×1080. Under a number of 56 px a tile serves the desk, not the three metres to the door.
 */
enum Density {
    PAIR(2, 432),
    FEW(3, 392),
    WARD(4, 256),
    FULL(5, 184),
    DESK(7, 144),
    CROWD(10, 80);

    /** A tile gives way so far before the ward goes on to the next step. */
    record Least(double width, double height) {}

    /**
     * The line with number, arrow and spark.
     *
     * @param arrow the side of its square
     * @param sparkWidth 0 where there is no room for one
     */
    record Row(double height, double arrow, double sparkWidth, double sparkHeight) {

        boolean hasSpark() {
            return sparkWidth > 0;
        }
    }

    private final int columns;
    private final double height;

    Density(int columns, double height) {
        this.columns = columns;
        this.height = height;
    }

    /** Side by side in a window of 1920; fewer where the window is narrower. */
    int columns() {
        return columns;
    }

    Least least() {
        return switch (this) {
            case PAIR -> new Least(560, 400);
            case FEW -> new Least(480, 330);
            case WARD -> new Least(400, 226);
            case FULL -> new Least(326, 168);
            case DESK -> new Least(240, 136);
            case CROWD -> new Least(160, 80);
        };
    }

    /** What a tile takes where there is room. */
    double height() {
        return height;
    }

    Row row() {
        return switch (this) {
            case PAIR -> new Row(220, 72, 380, 200);
            case FEW -> new Row(156, 60, 210, 148);
            case WARD -> new Row(112, 48, 160, 104);
            case FULL -> new Row(72, 36, 112, 64);
            case DESK -> new Row(56, 36, 0, 0);
            case CROWD -> new Row(40, 28, 0, 0);
        };
    }

    /** The style class that sets the type. */
    String style() {
        return "tile-" + name().toLowerCase(Locale.ROOT);
    }
}
