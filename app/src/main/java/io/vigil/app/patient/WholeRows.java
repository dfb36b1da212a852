package io.vigil.app.patient;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Rows one under the other, as many as there is room for. None is cut in two; the first is there in any case. */
final class WholeRows extends Region {

    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final double gap;

    WholeRows(double gap) {
        this.gap = gap;
    }

    void show(List<? extends Node> rows) {
        getChildren().setAll(rows);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return getManagedChildren().stream()
                .findFirst()
                .map(first -> first.prefHeight(width))
                .orElse(0.0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(row -> row.prefHeight(width) + gap)
                .sum();
    }

    @Override
    protected void layoutChildren() {
        var rows = getManagedChildren();
        var shown = 0;
        var y = 0.0;
        for (var row : rows) {
            var height = row.prefHeight(getWidth());
            if (shown > 0 && y + height > getHeight()) {
                break;
            }
            row.resizeRelocate(0, y, getWidth(), height);
            y += height + gap;
            shown++;
        }
        for (var i = 0; i < rows.size(); i++) {
            rows.get(i).setVisible(i < shown);
            rows.get(i).pseudoClassStateChanged(LAST, i == shown - 1);
        }
    }
}
