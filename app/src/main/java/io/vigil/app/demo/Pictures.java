package io.vigil.app.demo;

import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.ThemeChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of a window as it stands, in both themes, for people to look at. */
public final class Pictures {

    private final Path folder;
    private final Scene scene;
    private final Preferences preferences;
    private final List<Path> taken = new ArrayList<>();

    public Pictures(Path folder, Scene scene, Preferences preferences) {
        this.folder = folder;
        this.scene = scene;
        this.preferences = preferences;
    }

    /** Takes {@code NAME-light.png} and {@code NAME-dark.png}. To be called on the screen's thread. */
    void take(String name) {
        var before = preferences.themeChoice().get();
        take(name + "-dark", ThemeChoice.DARK);
        take(name + "-light", ThemeChoice.LIGHT);
        preferences.themeChoice().set(before);
    }

    List<Path> taken() {
        return List.copyOf(taken);
    }

    /** Writes an image as a PNG file. */
    public static Path write(Path file, WritableImage image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("The picture " + file + " cannot be written.", e);
        }
    }

    private void take(String name, ThemeChoice theme) {
        preferences.themeChoice().set(theme);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        taken.add(write(folder.resolve(name + ".png"), scene.snapshot(null)));
    }
}
