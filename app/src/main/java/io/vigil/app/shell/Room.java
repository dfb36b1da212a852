package io.vigil.app.shell;

import io.vigil.app.ui.Icon;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A room of the app, as the rail leads to it.
 *
 * @param title in a language
 * @param help what can be done there, in a language; shown by F1
 * @param drawsEveryAlarm whether every open alarm can be seen there, so that the screen may tell the agent so
 * @param view makes the room's page; asked when the room is first entered, and again when the language changes
 */
public record Room(
        Icon icon,
        Function<Locale, String> title,
        Function<Locale, String> help,
        boolean drawsEveryAlarm,
        Supplier<? extends Node> view) {}
