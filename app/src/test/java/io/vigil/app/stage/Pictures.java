package io.vigil.app.stage;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;

/** Pictures of screens, for people to look at: {@code app/target/pictures}. */
public final class Pictures {

    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "target", "pictures");

    private Pictures() {}

    /** Takes a picture of a whole scene as it stands. */
    public static Path write(String name, Scene scene) {
        return write(name, scene, 1);
    }

    /** The same as a screen with finer dots would show it: 2 for a scale of 200 %. */
    public static Path write(String name, Scene scene, double scale) {
        StageTest.settle();
        return save(name, StageTest.onScreen(() -> {
            if (scale == 1) {
                return scene.snapshot(null);
            }
            var finer = new SnapshotParameters();
            finer.setTransform(new Scale(scale, scale));
            return scene.getRoot().snapshot(finer, null);
        }));
    }

    private static Path save(String name, WritableImage image) {
        return io.vigil.app.demo.Pictures.write(FOLDER.resolve(name + ".png"), image);
    }
}
