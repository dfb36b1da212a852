package io.vigil.app.shell;

import io.vigil.alarm.AlarmId;
import io.vigil.app.ui.Icon;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A room of the app, as the rail leads to it.
 *
 * @param title in a language
 * @param help what can be done there, in a language; shown by F1
 * @param drawn which of the open alarms can be seen there, so that the screen may tell the agent so
 * @param view makes the room's page; asked when the room is first entered, and again when the language changes
 */
public record Room(
        Icon icon,
        Function<Locale, String> title,
        Function<Locale, String> help,
        Drawn drawn,
        Supplier<? extends Node> view) {

    /** What a room draws of the open alarms. */
    public sealed interface Drawn {
        record Every() implements Drawn {}

        record None() implements Drawn {}

        /** Those that can be seen at the moment. */
        record Some(Supplier<Set<AlarmId>> now) implements Drawn {}
    }

    public Room(
            Icon icon,
            Function<Locale, String> title,
            Function<Locale, String> help,
            boolean drawsEveryAlarm,
            Supplier<? extends Node> view) {
        this(icon, title, help, drawsEveryAlarm ? new Drawn.Every() : new Drawn.None(), view);
    }

    public Room(
            Icon icon,
            Function<Locale, String> title,
            Function<Locale, String> help,
            Supplier<Set<AlarmId>> drawnNow,
            Supplier<? extends Node> view) {
        this(icon, title, help, new Drawn.Some(drawnNow), view);
    }
}
