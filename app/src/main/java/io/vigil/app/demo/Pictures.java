package io.vigil.app.demo;

import io.vigil.app.ui.Preferences;
import io.vigil.app.ui.ThemeChoice;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Pictures of a window as it stands, in both themes, for people to look at. A change of theme takes a few frames to reach every
 * corner, so pictures are taken some frames after they were asked for, one after the other. Lives on the screen's thread.
 */
public final class Pictures {

    private static final int FRAMES_TO_SETTLE = 20;

    private final Path folder;
    private final Scene scene;
    private final Preferences preferences;
    private final List<Path> taken = new ArrayList<>();
    private final Deque<Wanted> wanted = new ArrayDeque<>();
    private final AnimationTimer frames = new AnimationTimer() {
        private int settled;

        @Override
        public void handle(long now) {
            var next = wanted.element();
            preferences.themeChoice().set(next.theme);
            if (++settled > FRAMES_TO_SETTLE) {
                settled = 0;
                wanted.remove();
                taken.add(write(folder.resolve(next.name + ".png"), scene.snapshot(null)));
                if (wanted.isEmpty()) {
                    stop();
                }
            }
        }
    };

    private record Wanted(String name, ThemeChoice theme) {}

    public Pictures(Path folder, Scene scene, Preferences preferences) {
        this.folder = folder;
        this.scene = scene;
        this.preferences = preferences;
    }

    /** Asks for {@code NAME-light.png} and {@code NAME-dark.png}. */
    void take(String name) {
        wanted.add(new Wanted(name + "-dark", ThemeChoice.DARK));
        wanted.add(new Wanted(name + "-light", ThemeChoice.LIGHT));
        frames.start();
    }

    /** Whether pictures are being taken, for which everybody stands still. */
    boolean areBeingTaken() {
        return !wanted.isEmpty();
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
}
