package io.vigil.app.ui;

/** Where the window stood when it was last closed, in screen units. */
public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}
