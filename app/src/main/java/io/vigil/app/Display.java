package io.vigil.app;

import java.util.Locale;

/** Whether this machine shows anything to anybody. */
final class Display {

    private Display() {}

    /** On Linux a display is named in the environment; other systems always have one. */
    static boolean isMissing() {
        var linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return linux && isEmpty("DISPLAY") && isEmpty("WAYLAND_DISPLAY");
    }

    private static boolean isEmpty(String name) {
        var value = System.getenv(name);
        return value == null || value.isEmpty();
    }
}
