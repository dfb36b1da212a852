package io.vigil.app.ui;

/** In which order the ward's tiles stand. */
public enum TileOrder {
    MOST_URGENT_FIRST,
    BY_BED
}
