package io.vigil.app.patient.chart;

import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Fonts;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRange;
import io.vigil.policy.Limits;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws what readings are read against: target band, grid, gaps, limits with their names, time axis. */
final class GroundPainter {

    /** Of the international consensus on time in range, mg/dL. */
    private static final Glucose TARGET_FROM = Glucose.mgPerDl(70);

    private static final Glucose TARGET_TO = Glucose.mgPerDl(180);

    private static final double NAMES_AT = 8;
    private static final double LINE_OF_TEXT = 17;
    private static final double HATCH = 8;

    private final GraphicsContext on;
    private final Pen pen;
    private final ChartLook look;
    private final PlotArea area;

    GroundPainter(GraphicsContext on, ChartLook look, PlotArea area) {
        this.on = on;
        this.pen = new Pen(on);
        this.look = look;
        this.area = area;
    }

    void band() {
        on.setFill(look.of(Colour.TARGET_BAND));
        var top = Math.floor(area.y(TARGET_TO.mgPerDl()));
        on.fillRect(PlotArea.LEFT, top, area.plotWidth(), Math.floor(area.y(TARGET_FROM.mgPerDl())) - top);
    }

    void grid(TimeTicks ticks) {
        for (var mgPerDl : rulings()) {
            var y = area.y(mgPerDl);
            pen.across(PlotArea.LEFT, area.right(), y, look.of(Colour.GRID));
            var number = look.number(Glucose.mgPerDl(mgPerDl));
            pen.text(number, PlotArea.LEFT - 8, y, Fonts.regular(14), look.of(Colour.TEXT_MUTED), TextAlignment.RIGHT);
        }
        for (var line : ticks.lines()) {
            var colour = switch (line.weight()) {
                case PLAIN -> look.of(Colour.GRID);
                case MIDNIGHT -> look.of(Colour.BORDER);
                case MONDAY -> look.of(Colour.BORDER_STRONG);
            };
            pen.down(area.x(line.at()), PlotArea.TOP, area.bottom(), colour);
        }
    }

    void labels(TimeTicks ticks, ZoneId zone) {
        var texts = look.texts();
        var y = area.bottom() + 17;
        var free = 0.0;
        for (var label : ticks.labels()) {
            var pattern = switch (label.tells()) {
                case TIME -> texts.get("axis.time");
                case DAY -> texts.get("axis.day");
                case DATE -> texts.get("axis.date");
                case MONTH -> texts.get("axis.month");
            };
            var words = DateTimeFormatter.ofPattern(pattern, look.times().locale())
                    .format(label.at().atZone(zone));
            var half = TextWidths.of(words, Fonts.regular(14)) / 2;
            var x = area.x(label.at());
            if (x - half >= free && x + half <= area.right() + 24) {
                pen.text(words, x, y, Fonts.regular(14), look.of(Colour.TEXT_MUTED), TextAlignment.CENTER);
                free = x + half + 8;
            }
        }
        days(ticks);
    }

    /** The day at each midnight; with none in sight, the day of the left edge. */
    private void days(TimeTicks ticks) {
        var tellsTime = ticks.labels().stream().anyMatch(label -> label.tells() == TimeTicks.Tells.TIME);
        if (!tellsTime) {
            return;
        }
        var font = Fonts.medium(14);
        var first = ticks.days().isEmpty() ? area.right() : area.x(ticks.days().getFirst());
        var firstDay = look.times().day(area.window().from());
        if (first - PlotArea.LEFT > TextWidths.of(firstDay, font) + 24) {
            pen.text(
                    firstDay,
                    PlotArea.LEFT + 8,
                    PlotArea.TOP + 11,
                    font,
                    look.of(Colour.TEXT_MUTED),
                    TextAlignment.LEFT);
        }
        for (var midnight : ticks.days()) {
            var words = look.times().day(midnight);
            var x = area.x(midnight) + 8;
            if (x + TextWidths.of(words, font) < area.right()) {
                pen.text(words, x, PlotArea.TOP + 11, font, look.of(Colour.TEXT_MUTED), TextAlignment.LEFT);
            }
        }
    }

    /** Nothing is known there, so not even the target is drawn. */
    void gaps(List<Gap> gaps) {
        for (var gap : gaps) {
            var left = Math.max(PlotArea.LEFT, area.x(gap.from()));
            var right = Math.min(area.right(), area.x(gap.to()));
            if (gap.isTold(right - left)) {
                hatch(left, right);
                words(gap, left, right);
            }
        }
    }

    void limits(Limits limits) {
        var line = look.of(Colour.LIMIT);
        pen.line(PlotArea.LEFT, area.right(), area.y(limits.urgentLowAtOrBelow().mgPerDl()), line, 1.5);
        for (var limit : List.of(limits.lowBelow(), limits.highAbove())) {
            pen.dashesAcross(PlotArea.LEFT, area.right(), area.y(limit.mgPerDl()), line, 6, 4);
        }
        names(limits);
    }

    void now(Instant now) {
        if (area.window().contains(now)) {
            pen.dashesDown(area.x(now), PlotArea.TOP, area.bottom(), look.of(Colour.TEXT_MUTED), 2, 2);
        }
    }

    private List<Double> rulings() {
        var step = look.units() == Units.MG_PER_DL ? 50 : 5 * Glucose.MG_PER_DL_IN_ONE_MMOL_PER_L;
        var rulings = new ArrayList<Double>();
        for (var at = step; at <= PlotArea.HIGHEST; at += step) {
            rulings.add(at);
        }
        return rulings;
    }

    /** Lines that end at the gap's edges by themselves: a clip would cost software a picture of its own. */
    private void hatch(double left, double right) {
        on.setFill(look.of(Colour.SURFACE));
        on.fillRect(left, PlotArea.TOP, right - left, area.plotHeight());
        on.setStroke(look.of(Colour.BORDER));
        on.setLineWidth(1);
        // Counted from the canvas' own corner, so that the hatch stands still while a gap grows.
        var first = Math.floor((left - area.plotHeight()) / HATCH) * HATCH;
        for (var foot = first; foot < right; foot += HATCH) {
            var fromX = Math.max(foot, left);
            var toX = Math.min(foot + area.plotHeight(), right);
            if (toX > fromX) {
                on.strokeLine(fromX, area.bottom() - (fromX - foot), toX, area.bottom() - (toX - foot));
            }
        }
    }

    private void words(Gap gap, double left, double right) {
        var texts = look.texts();
        var span = look.span(gap.length());
        var font = Fonts.regular(13);
        var whole = texts.get("gap", span);
        var width = right - left;
        var centre = (left + right) / 2;
        var y = area.y((TARGET_FROM.mgPerDl() + TARGET_TO.mgPerDl()) / 2);
        var colour = look.of(Colour.TEXT);
        if (width >= TextWidths.of(whole, font) + 16) {
            plate(centre, y, TextWidths.of(whole, font) + 12, 22);
            pen.text(whole, centre, y, font, colour, TextAlignment.CENTER);
        } else if (width >= 14) {
            on.save();
            on.translate(centre, y);
            on.rotate(-90);
            plate(0, 0, TextWidths.of(whole, font) + 12, Math.min(width - 2, 20));
            pen.text(whole, 0, 0, font, colour, TextAlignment.CENTER);
            on.restore();
        }
    }

    private void plate(double centreX, double centreY, double width, double height) {
        on.setFill(look.of(Colour.SURFACE));
        on.fillRoundRect(centreX - width / 2, centreY - height / 2, width, height, 8, 8);
    }

    /** A name at the right end of a line or amid a range; a line's name has the right of way. */
    private record Name(double y, String words, Font font, Color colour, boolean isLine) {}

    private void names(Limits limits) {
        var names = new ArrayList<Name>();
        names.add(line("name.urgent", limits.urgentLowAtOrBelow()));
        names.add(line("name.alarm", limits.lowBelow()));
        names.add(line("name.alarm", limits.highAbove()));
        target(TARGET_FROM, limits.lowBelow(), names);
        target(TARGET_TO, limits.highAbove(), names);
        zone(GlucoseRange.VERY_HIGH, 250, PlotArea.HIGHEST, names);
        zone(GlucoseRange.HIGH, 180, 250, names);
        zone(GlucoseRange.IN_RANGE, 70, 180, names);

        names.sort(Comparator.comparing(Name::isLine).reversed().thenComparing(Name::y, Comparator.reverseOrder()));
        var placed = new ArrayList<Double>();
        for (var name : names) {
            var y = name.y();
            if (name.isLine()) {
                // Lines close to each other: the upper name gives way upward.
                for (var other : placed) {
                    if (Math.abs(other - y) < LINE_OF_TEXT) {
                        y = other - LINE_OF_TEXT;
                    }
                }
            } else if (placed.stream().anyMatch(other -> Math.abs(other - name.y()) < LINE_OF_TEXT)) {
                continue;
            }
            placed.add(y);
            pen.text(name.words(), area.right() + NAMES_AT, y, name.font(), name.colour(), TextAlignment.LEFT);
        }
    }

    private Name line(String key, Glucose at) {
        var words = look.texts().get(key, look.number(at));
        return new Name(area.y(at.mgPerDl()), words, Fonts.medium(14), look.of(Colour.TEXT), true);
    }

    private void target(Glucose at, Glucose alarm, List<Name> names) {
        if (!at.equals(alarm)) {
            var words = look.texts().get("name.target", look.number(at));
            var colour = look.of(Colour.TEXT_MUTED);
            names.add(new Name(area.y(at.mgPerDl()), words, Fonts.regular(14), colour, false));
        }
    }

    private void zone(GlucoseRange range, double from, double to, List<Name> names) {
        var colour = range == GlucoseRange.HIGH ? look.of(Colour.TEXT_MUTED) : look.ofWords(range);
        names.add(new Name(area.y((from + to) / 2), look.words(range), Fonts.regular(14), colour, false));
    }
}
