package io.vigil.app.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this screen's people have chosen. Each choice is kept at once and survives a restart; none touches an alarm. */
public final class Preferences {

    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

    private final Properties kept;
    private final Consumer<Properties> keep;

    private final ObjectProperty<ThemeChoice> themeChoice;
    private final ObjectProperty<Units> units;
    private final ObjectProperty<Language> language;
    private final ObjectProperty<PatientNames> names;
    private final ObjectProperty<TileOrder> order;
    private final ReadOnlyObjectWrapper<Theme> theme;
    private LocalTime time = LocalTime.NOON;

    private Preferences(Properties kept, Consumer<Properties> keep) {
        this.kept = kept;
        this.keep = keep;
        themeChoice = choice("theme", ThemeChoice.class, ThemeChoice.BY_SCHEDULE);
        units = choice("units", Units.class, Units.MG_PER_DL);
        language = choice("language", Language.class, Language.ENGLISH);
        names = choice("names", PatientNames.class, PatientNames.FULL);
        order = choice("order", TileOrder.class, TileOrder.MOST_URGENT_FIRST);
        theme = new ReadOnlyObjectWrapper<>(themeChoice.get().at(time));
        themeChoice.subscribe(chosen -> theme.set(chosen.at(time)));
    }

    /** Kept in {@code screen.properties} of that folder. What cannot be read there is as if never chosen. */
    public static Preferences in(Path folder) {
        var file = folder.resolve("screen.properties");
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The screen's choices cannot be read and start anew file={}", file, e);
            }
        }
        return new Preferences(kept, now -> write(file, now));
    }

    /** Forgotten at the end of the program. */
    public static Preferences unkept() {
        return new Preferences(new Properties(), _ -> {});
    }

    public ObjectProperty<ThemeChoice> themeChoice() {
        return themeChoice;
    }

    /** The theme that follows from the choice and the time of day. */
    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    public ObjectProperty<Units> units() {
        return units;
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    public ObjectProperty<PatientNames> names() {
        return names;
    }

    public ObjectProperty<TileOrder> order() {
        return order;
    }

    /** Tells the time of day at the station; the theme by schedule follows it. */
    public void timeIs(LocalTime now) {
        time = now;
        theme.set(themeChoice.get().at(now));
    }

    public Optional<WindowPlace> window() {
        var parts = kept.getProperty("window", "").split(" ");
        if (parts.length != 5) {
            return Optional.empty();
        }
        try {
            var numbers =
                    Arrays.stream(parts, 0, 4).mapToDouble(Double::parseDouble).toArray();
            return Optional.of(
                    new WindowPlace(numbers[0], numbers[1], numbers[2], numbers[3], Boolean.parseBoolean(parts[4])));
        } catch (NumberFormatException _) {
            return Optional.empty(); // as if never chosen
        }
    }

    public void keepWindow(WindowPlace place) {
        put(
                "window",
                "%s %s %s %s %s".formatted(place.x(), place.y(), place.width(), place.height(), place.maximised()));
    }

    private <E extends Enum<E>> ObjectProperty<E> choice(String key, Class<E> type, E usual) {
        var written = kept.getProperty(key, usual.name());
        var start = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(written))
                .findFirst()
                .orElse(usual);
        var property = new SimpleObjectProperty<>(this, key, start);
        property.addListener((_, _, chosen) -> put(key, chosen.name()));
        return property;
    }

    private void put(String key, String value) {
        kept.setProperty(key, value);
        keep.accept(kept);
    }

    private static void write(Path file, Properties kept) {
        try {
            Files.createDirectories(file.getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            try (var out = Files.newBufferedWriter(draft)) {
                kept.store(out, null);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The screen's choices cannot be kept and end with the program file={}", file, e);
        }
    }
}
