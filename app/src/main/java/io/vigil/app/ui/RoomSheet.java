package io.vigil.app.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * A room's own style sheet, worn by the whole scene while the room is in it. A sheet on the room's node would do the same, and
 * cost each node beneath it a walk up through all sheets whenever it comes, goes or changes: with two hundred tiles, most of an
 * alarm's way to the eye.
 */
public final class RoomSheet {

    private RoomSheet() {}

    /**
     * Lets the room's scene wear the sheet, whichever scene the room comes into.
     *
     * @param room whose scene wears the sheet
     * @param home beside which the sheet lies
     */
    public static void wear(Parent room, Class<?> home, String sheet) {
        var found = home.getResource(sheet);
        if (found == null) {
            throw new IllegalStateException("No style sheet " + sheet);
        }
        var address = found.toExternalForm();
        room.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                add(scene, address);
            }
        });
    }

    private static void add(Scene scene, String address) {
        if (!scene.getStylesheets().contains(address)) {
            scene.getStylesheets().add(address);
        }
    }
}
