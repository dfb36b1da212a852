package io.vigil.app.alarms;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * A page that belongs to the alarms and is made elsewhere, such as what other limits would have raised. The room gives it a tab.
 *
 * @param title in a language
 * @param view asked when it is first chosen, and again when the language changes
 */
public record Annex(Function<Locale, String> title, Supplier<? extends Node> view) {}
