package io.vigil.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.AppMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises of {@code vigil demo --headless}, on the program itself. */
class DemoProgramIT {

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void the_demo_tells_an_urgent_low_from_its_beginning_to_its_end_and_shows_it() throws Exception {
        var pictures = folder.resolve("pictures");

        var demo = new JavaProgram(
                        AppMain.class.getName(),
                        List.of("demo", "--headless", "--for", "60s", "--pictures", pictures.toString()))
                .start();
        String told;
        try (var words = demo.inputReader()) {
            told = words.lines().collect(Collectors.joining("\n"));
        }

        assertThat(demo.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).as(told).isZero();
        assertThat(told)
                .contains("An urgent low was raised, shown, acknowledged, and recovered.")
                .containsPattern("Bed 07 Osei, Margaret +\\S+ urgent low|Bed 07 Osei, Margaret +.rgent low +raised");
        for (var name : List.of("ward", "alarm", "sign-in", "acknowledged", "patient", "recovered")) {
            assertIsAPicture(pictures.resolve(name + "-light.png"));
            assertIsAPicture(pictures.resolve(name + "-dark.png"));
        }
    }

    /** Of a whole screen, with something on it. */
    private static void assertIsAPicture(Path file) throws Exception {
        assertThat(file).exists();
        var picture = ImageIO.read(file.toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight()))
                .as(file.toString())
                .isEqualTo(List.of(1920, 1080));
        assertThat(Stream.iterate(0, x -> x < 1920, x -> x + 40)
                        .map(x -> picture.getRGB(x, 200))
                        .distinct()
                        .count())
                .as("colours on one line of " + file)
                .isGreaterThan(2);
        assertThat(Files.size(file)).isGreaterThan(20_000);
    }
}
