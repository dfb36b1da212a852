package io.vigil.app.stage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

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
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + ".png");
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the picture " + name, e);
        }
    }
}
