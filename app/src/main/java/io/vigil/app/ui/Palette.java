package io.vigil.app.ui;

import io.vigil.glucose.Glucose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** A theme's colours for drawing on a canvas, read from the theme's own style sheet: canvas and controls cannot disagree. */
public final class Palette {

    private static final Pattern DECLARED = Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*(#[0-9A-Fa-f]{6})\\s*;");

    private final Map<Colour, Color> colours;

    private Palette(Map<Colour, Color> colours) {
        this.colours = colours;
    }

    static Palette read(String sheet) {
        try (var in = Palette.class.getResourceAsStream(sheet)) {
            if (in == null) {
                throw new IllegalStateException("No style sheet " + sheet);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the style sheet " + sheet, e);
        }
    }

    static Palette parse(String css) {
        var colours = new EnumMap<Colour, Color>(Colour.class);
        var declared = DECLARED.matcher(css);
        while (declared.find()) {
            var token = declared.group(1);
            for (var colour : Colour.values()) {
                if (colour.token().equals(token)) {
                    colours.put(colour, Color.web(declared.group(2)));
                }
            }
        }
        for (var colour : Colour.values()) {
            if (!colours.containsKey(colour)) {
                throw new IllegalArgumentException("The style sheet gives no colour to " + colour.token());
            }
        }
        return new Palette(colours);
    }

    public Color of(Colour colour) {
        return Objects.requireNonNull(colours.get(colour));
    }

    /** The colour of a value, by the ranges of the international consensus. Tells the eye, decides nothing. */
    public Color ofRange(Glucose glucose) {
        return of(Palette.rangeOf(glucose));
    }

    /** Under 54, under 70, to 180, to 250, over 250 mg/dL (consensus on time in range, 2019). */
    public static Colour rangeOf(Glucose glucose) {
        var mgPerDl = glucose.mgPerDl();
        if (mgPerDl < 54) {
            return Colour.VERY_LOW;
        } else if (mgPerDl < 70) {
            return Colour.BELOW;
        } else if (mgPerDl <= 180) {
            return Colour.IN_RANGE;
        } else if (mgPerDl <= 250) {
            return Colour.ABOVE;
        }
        return Colour.VERY_HIGH;
    }
}
