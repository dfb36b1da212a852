package io.vigil.app.patient;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Who answered, as a mark on a chart has room for it. */
final class Initials {

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s.,-]+");
    private static final int MOST = 3;

    private Initials() {}

    /** {@code K. Brandt} is KB; a title is no name. */
    static String of(String name) {
        var initials = BETWEEN_NAMES
                .splitAsStream(name)
                .filter(part -> !part.isEmpty() && !part.equals("Dr"))
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return initials.length() > MOST ? initials.substring(0, MOST) : initials;
    }
}
