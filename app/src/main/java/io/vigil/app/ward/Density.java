package io.vigil.app.ward;

/**
 * How large a tile is and how much it tells: the steps of a ward that fills, largest first. Figures in px, drawn for a
 * window of 1920×1080. Under a number of 56 px a tile serves the desk, not the three metres to the door.
 */
enum Density {
    PAIR(2, 560, 420, 560, 160),
    FEW(3, 480, 330, 392, 128),
    WARD(4, 400, 226, 256, 96),
    FULL(5, 326, 168, 184, 72),
    DESK(7, 240, 136, 144, 56),
    CROWD(10, 160, 80, 80, 40);

    private final int columns;
    private final double leastWidth;
    private final double leastHeight;
    private final double height;
    private final int number;

    Density(int columns, double leastWidth, double leastHeight, double height, int number) {
        this.columns = columns;
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        this.height = height;
        this.number = number;
    }

    /** Side by side in a window of 1920; fewer where the window is narrower. */
    int columns() {
        return columns;
    }

    double leastWidth() {
        return leastWidth;
    }

    /** A tile gives way so far before the ward goes on to the next step. */
    double leastHeight() {
        return leastHeight;
    }

    /** What a tile takes where there is room. */
    double height() {
        return height;
    }

    /** The size of its number. */
    int number() {
        return number;
    }
}
