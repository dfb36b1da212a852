package io.vigil.app.ui;

import io.vigil.glucose.GlucoseRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** A theme's colours for drawing on a canvas, read from the theme's own style sheet: canvas and controls cannot disagree. */
// [impl->req~screen.contrast~1]
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

    /** The colour of a range of glucose. */
    public Color of(GlucoseRange range) {
        return of(
                switch (range) {
                    case VERY_LOW -> Colour.VERY_LOW;
                    case LOW -> Colour.BELOW;
                    case IN_RANGE -> Colour.IN_RANGE;
                    case HIGH -> Colour.ABOVE;
                    case VERY_HIGH -> Colour.VERY_HIGH;
                });
    }
}
