package io.vigil.app.ward;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words at the right end of a line: as many of them as there is room for, the most telling first. */
final class Aside extends Region {

    private static final String BETWEEN = " · ";

    Aside() {
        getStyleClass().add("aside");
        setMinWidth(0);
    }

    void say(List<String> words) {
        getChildren()
                .setAll(IntStream.range(0, words.size())
                        .mapToObj(i -> new Label(i == 0 ? words.get(i) : BETWEEN + words.get(i)))
                        .toList());
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(getManagedChildren().stream()
                .mapToDouble(words -> words.prefWidth(-1))
                .sum());
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(words -> words.prefHeight(-1))
                .max()
                .orElse(0);
    }

    /** The first is shown in any case, if need be shortened. */
    @Override
    protected void layoutChildren() {
        var room = getWidth();
        var fitting = 0;
        var taken = 0.0;
        for (var words : getManagedChildren()) {
            var width = words.prefWidth(-1);
            if (fitting > 0 && taken + width > room) {
                break;
            }
            taken += width;
            fitting++;
        }
        var x = Math.max(0, room - taken);
        for (var i = 0; i < getManagedChildren().size(); i++) {
            var words = getManagedChildren().get(i);
            words.setVisible(i < fitting);
            var width = Math.min(words.prefWidth(-1), room);
            words.resizeRelocate(x, 0, width, getHeight());
            x += width;
        }
    }
}
