package io.vigil.app.patient.chart;

import io.vigil.alarm.AlarmPriority;
import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Fonts;
import io.vigil.app.ui.Icon;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Draws the two lanes beneath the time axis: alarms, and what else happened. */
final class LanePainter {

    private static final double MARK = 22;
    private static final double HALF_LANE = PlotArea.LANE_HEIGHT / 2;

    private final GraphicsContext on;
    private final Pen pen;
    private final ChartLook look;
    private final PlotArea area;

    LanePainter(GraphicsContext on, ChartLook look, PlotArea area) {
        this.on = on;
        this.pen = new Pen(on);
        this.look = look;
        this.area = area;
    }

    void lanes(AlarmLane alarms, List<EventMark> events) {
        ground(0, "lane.alarms");
        ground(1, "lane.events");
        switch (alarms) {
            case AlarmLane.Marks(var marks) -> marks.forEach(this::mark);
            case AlarmLane.Counts(var bins, var isCompact) -> bins.forEach(bin -> bin(bin, isCompact));
        }
        events(events);
    }

    private void ground(int lane, String key) {
        on.setFill(look.of(Colour.SURFACE_SUNKEN));
        on.fillRoundRect(PlotArea.LEFT, area.laneTop(lane), area.plotWidth(), PlotArea.LANE_HEIGHT, 8, 8);
        var name = look.texts().get(key);
        var colour = look.of(Colour.TEXT_MUTED);
        pen.text(name, area.right() + 8, centre(lane), Fonts.regular(14), colour, TextAlignment.LEFT);
    }

    private void mark(AlarmLane.Placed placed) {
        var y = centre(0);
        pen.down(placed.x(), area.bottom() - 8, y - MARK / 2 + 2, edge(placed.priority()), 2);
        shape(placed.priority(), placed.x(), y, MARK);
        var x = placed.x() + MARK / 2 + 3;
        if (placed.count() > 1) {
            var count = Integer.toString(placed.count());
            pen.text(count, x, y, Fonts.medium(14), look.of(Colour.TEXT), TextAlignment.LEFT);
            x += TextWidths.of(count, Fonts.medium(14)) + 4;
        }
        if (placed.answered()) {
            Icon.CHECK.draw(on, x + 7, y, 16, look.of(Colour.TEXT));
            pen.text(placed.initials(), x + 17, y, Fonts.regular(13), look.of(Colour.TEXT_MUTED), TextAlignment.LEFT);
        }
    }

    private void bin(AlarmLane.Bin bin, boolean isCompact) {
        var size = isCompact ? 12 : 18;
        var font = isCompact ? Fonts.medium(12) : Fonts.medium(14);
        var counts = new int[] {bin.high(), bin.medium(), bin.low()};
        var priorities = new AlarmPriority[] {AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW};
        var space = isCompact ? 2 : 3;

        var width = 0.0;
        for (var count : counts) {
            width += count == 0 ? 0 : size + 2 * space + TextWidths.of(Integer.toString(count), font);
        }
        var x = Math.min(bin.centre() - (width - space) / 2, area.right() - 4 - width);
        for (var i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                var words = Integer.toString(counts[i]);
                shape(priorities[i], x + size / 2.0, centre(0), size);
                pen.text(words, x + size + space, centre(0), font, look.of(Colour.TEXT), TextAlignment.LEFT);
                x += size + 2 * space + TextWidths.of(words, font);
            }
        }
    }

    private void events(List<EventMark> events) {
        var y = centre(1);
        var free = PlotArea.LEFT;
        for (var event : events) {
            var x = area.x(event.at());
            if (!area.window().contains(event.at()) || x - 8 < free) {
                continue;
            }
            var font = Fonts.regular(14);
            var width = TextWidths.of(event.words(), font);
            var icon = switch (event.kind()) {
                case SENSOR_STARTED -> Icon.SENSOR;
                case SENSOR_CHANGED -> Icon.SENSOR_CHANGED;
            };
            // Near the right end the words stand left of their icon, so that they end where the lane does.
            var before = x + 14 + width > area.right() - 4;
            icon.draw(on, x, y, 16, look.of(Colour.TEXT_MUTED));
            if (!before) {
                pen.text(event.words(), x + 13, y, font, look.of(Colour.TEXT), TextAlignment.LEFT);
                free = x + 13 + width + 12;
            } else if (x - 13 - width >= free) {
                pen.text(event.words(), x - 13, y, font, look.of(Colour.TEXT), TextAlignment.RIGHT);
                free = x + 16;
            } else {
                free = x + 16;
            }
        }
    }

    /** Octagon, triangle, disc: told apart without their colours. */
    private void shape(AlarmPriority priority, double x, double y, double size) {
        var half = size / 2;
        switch (priority) {
            case HIGH -> {
                octagon(x, y, half, look.of(Colour.ALARM_HIGH));
                exclamation(x, y, size, look.of(Colour.ON_ALARM_HIGH));
            }
            case MEDIUM -> {
                var xs = new double[] {x, x + half, x - half};
                var ys = new double[] {y - half + size * 0.08, y + half - size * 0.08, y + half - size * 0.08};
                on.setFill(look.of(Colour.ALARM_MEDIUM));
                on.fillPolygon(xs, ys, 3);
                on.setStroke(look.of(Colour.ALARM_MEDIUM_EDGE));
                on.setLineWidth(1);
                on.strokePolygon(xs, ys, 3);
                exclamation(x, y + size * 0.12, size * 0.86, look.of(Colour.ON_ALARM_MEDIUM));
            }
            case LOW -> {
                on.setFill(look.of(Colour.ALARM_LOW));
                on.fillOval(x - half, y - half, size, size);
                exclamation(x, y, size, look.of(Colour.ON_ALARM_LOW));
            }
        }
    }

    private void octagon(double x, double y, double half, Color colour) {
        var corner = half * (Math.sqrt(2) - 1);
        var xs = new double[] {x - corner, x + corner, x + half, x + half, x + corner, x - corner, x - half, x - half};
        var ys = new double[] {y - half, y - half, y - corner, y + corner, y + half, y + half, y + corner, y - corner};
        on.setFill(colour);
        on.fillPolygon(xs, ys, 8);
    }

    private void exclamation(double x, double y, double size, Color colour) {
        on.setFill(colour);
        on.fillRoundRect(x - size * 0.06, y - size * 0.27, size * 0.12, size * 0.33, 1.5, 1.5);
        on.fillOval(x - size * 0.07, y + size * 0.13, size * 0.14, size * 0.14);
    }

    private Color edge(AlarmPriority priority) {
        return look.of(
                switch (priority) {
                    case HIGH -> Colour.ALARM_HIGH;
                    case MEDIUM -> Colour.ALARM_MEDIUM_EDGE;
                    case LOW -> Colour.ALARM_LOW_EDGE;
                });
    }

    private double centre(int lane) {
        return area.laneTop(lane) + HALF_LANE;
    }
}
