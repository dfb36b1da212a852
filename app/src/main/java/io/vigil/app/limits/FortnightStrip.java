package io.vigil.app.limits;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.limits.PreviewState.Day;
import io.vigil.app.limits.PreviewState.Mark;
import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws the alarms of the fourteen days as they came, one stroke each; the more urgent the taller. */
final class FortnightStrip extends Pane {

    private static final double LANE = 36;
    private static final double APART = 8;
    private static final double AXIS = 20;
    private static final double STROKE = 3;
    private static final double NEAR = 5;
    private static final Font SMALL = Font.font("Roboto", 12);

    private final Canvas canvas = new Canvas();
    private final Palette palette;
    private final Tooltip told = new Tooltip();
    private List<List<Mark>> lanes = List.of();
    private List<Day> days = List.of();

    FortnightStrip(Palette palette, String name) {
        this.palette = palette;
        getStyleClass().add("fortnight-strip");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        getChildren().add(canvas);
        canvas.widthProperty().bind(widthProperty());
        widthProperty().subscribe(_ -> paint());
        setOnMouseMoved(at -> {
            var found = found(at.getX(), at.getY());
            if (found.isEmpty()) {
                told.hide();
            } else {
                told.setText(found);
                told.show(this, at.getScreenX() + 12, at.getScreenY() + 12);
            }
        });
        setOnMouseExited(_ -> told.hide());
    }

    /** @param drawn one lane, or the one before above the one after */
    void draw(List<List<Mark>> drawn, List<Day> ofDays) {
        lanes = drawn;
        days = ofDays;
        var height = lanes.size() * (LANE + APART) + AXIS;
        canvas.setHeight(height);
        setMinHeight(height);
        setPrefHeight(height);
        paint();
    }

    private void paint() {
        var on = canvas.getGraphicsContext2D();
        var width = canvas.getWidth();
        on.clearRect(0, 0, width, canvas.getHeight());
        if (width < 1) {
            return;
        }
        for (var lane = 0; lane < lanes.size(); lane++) {
            on.setFill(palette.of(Colour.SURFACE_SUNKEN));
            on.fillRoundRect(0, top(lane), width, LANE, 8, 8);
        }
        on.setFont(SMALL);
        on.setTextAlign(TextAlignment.CENTER);
        on.setTextBaseline(VPos.BOTTOM);
        for (var day : days) {
            var x = Math.round(day.at() * width) + 0.5;
            on.setStroke(palette.of(Colour.BORDER));
            on.setLineWidth(1);
            for (var lane = 0; lane < lanes.size(); lane++) {
                on.strokeLine(x, top(lane), x, top(lane) + LANE);
            }
            var middle = x + width / days.size() / 2;
            if (middle < width - 6) {
                on.setFill(palette.of(Colour.TEXT_MUTED));
                on.fillText(day.words(), middle, canvas.getHeight());
            }
        }
        for (var lane = 0; lane < lanes.size(); lane++) {
            for (var priority : List.of(AlarmPriority.LOW, AlarmPriority.MEDIUM, AlarmPriority.HIGH)) {
                for (var mark : lanes.get(lane)) {
                    if (mark.priority() == priority) {
                        var x = mark.from() * width;
                        var length = Math.max(STROKE, (mark.to() - mark.from()) * width);
                        var height = height(priority);
                        on.setFill(palette.of(colour(priority)));
                        on.fillRoundRect(x, top(lane) + LANE - height - 2, length, height, 3, 3);
                    }
                }
            }
        }
    }

    private String found(double x, double y) {
        for (var lane = 0; lane < lanes.size(); lane++) {
            if (y >= top(lane) && y <= top(lane) + LANE) {
                return lanes.get(lane).stream()
                        .filter(mark -> x >= mark.from() * getWidth() - NEAR && x <= mark.to() * getWidth() + NEAR)
                        .map(Mark::words)
                        .reduce((former, latter) -> former + "\n" + latter)
                        .orElse("");
            }
        }
        return "";
    }

    private static double top(int lane) {
        return lane * (LANE + APART);
    }

    private static double height(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> LANE - 4;
            case MEDIUM -> LANE * 0.6;
            case LOW -> LANE * 0.3;
        };
    }

    private static Colour colour(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> Colour.ALARM_HIGH;
            case MEDIUM -> Colour.ALARM_MEDIUM_EDGE;
            case LOW -> Colour.ALARM_LOW_EDGE;
        };
    }
}
