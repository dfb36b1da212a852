package io.vigil.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/** Roboto in three weights. All its digits are equally wide, so figures stand in columns as they come. */
public final class Fonts {

    private static final String REGULAR = "Roboto";
    private static final String MEDIUM = "Roboto Medium";

    static {
        read("Regular");
        read("Medium");
        read("Bold");
    }

    private Fonts() {}

    /** Makes the families known to style sheets; more than once does no harm. */
    public static void load() {
        // Entering the class has loaded them.
    }

    public static Font regular(double size) {
        return Font.font(REGULAR, size);
    }

    public static Font medium(double size) {
        return Font.font(MEDIUM, size);
    }

    public static Font bold(double size) {
        return Font.font(REGULAR, javafx.scene.text.FontWeight.BOLD, size);
    }

    private static void read(String weight) {
        var path = "/com/formdev/flatlaf/fonts/roboto/Roboto-" + weight + ".ttf";
        try (var in = Fonts.class.getResourceAsStream(path)) {
            if (in == null || Font.loadFont(in, 12) == null) {
                throw new IllegalStateException("No font " + path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the font " + path, e);
        }
    }
}
