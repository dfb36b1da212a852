package io.vigil.app.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one room in one language, from {@code texts.properties} beside the room. */
public final class Texts {

    private final ResourceBundle words;
    private final Locale locale;

    private Texts(ResourceBundle words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /**
     * The words of the room that a class belongs to.
     *
     * @param room any class of the room
     */
    public static Texts of(Class<?> room, Locale locale) {
        // Without a fallback to the machine's own language: an unknown one reads English.
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle(room.getPackageName() + ".texts", locale, room.getClassLoader(), control);
        return new Texts(bundle, locale);
    }

    /** The text as it stands, or with {@code {0}}, {@code {1}} … filled in. */
    public String get(String key, Object... filledIn) {
        var pattern = words.getString(key);
        return filledIn.length == 0 ? pattern : new MessageFormat(pattern, locale).format(filledIn);
    }

    public Locale locale() {
        return locale;
    }
}
