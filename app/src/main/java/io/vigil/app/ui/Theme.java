package io.vigil.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.stream.Stream;
import javafx.scene.Scene;

/** How the screen looks by day and by night. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css");

    private final String controls;
    private final String sheet;
    /** Never changed after it was read. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Palette palette;

    Theme(String controls, String sheet) {
        this.controls = controls;
        this.sheet = sheet;
        this.palette = Palette.read(sheet);
    }

    /** Dresses a scene; pop-ups of the scene follow it. What rooms added of their own stays. */
    public void dress(Scene scene) {
        Fonts.load();
        scene.setUserAgentStylesheet(controls);
        var worn = Stream.of(address(sheet), address("vigil.css"));
        var ofRooms = scene.getStylesheets().stream().filter(each -> !isOurs(each));
        scene.getStylesheets().setAll(Stream.concat(worn, ofRooms).toList());
    }

    private static boolean isOurs(String address) {
        return address.equals(address("vigil.css"))
                || Stream.of(values()).anyMatch(theme -> address.equals(address(theme.sheet)));
    }

    public Palette palette() {
        return palette;
    }

    private static String address(String sheet) {
        var found = Theme.class.getResource(sheet);
        if (found == null) {
            throw new IllegalStateException("No style sheet " + sheet);
        }
        return found.toExternalForm();
    }
}
