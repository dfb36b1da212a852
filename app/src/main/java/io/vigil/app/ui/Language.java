package io.vigil.app.ui;

import java.util.Locale;

/** A language that the app speaks, by its own name. */
public enum Language {
    ENGLISH("English", Locale.ENGLISH),
    GERMAN("Deutsch", Locale.GERMANY);

    private final String ownName;
    private final Locale locale;

    Language(String ownName, Locale locale) {
        this.ownName = ownName;
        this.locale = locale;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }
}
