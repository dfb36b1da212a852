package io.vigil.app.alarms;

import java.util.List;

/**
 * One figure of the burden with its small chart.
 *
 * @param figure in large and small type
 * @param line at which height a line is drawn, with its words; none where they are empty
 */
record Gauge(String title, List<Piece> figure, String words, List<Bar> bars, double line, String lineWords) {

    /** A stretch of the figure. */
    record Piece(String text, boolean isLarge) {}

    /**
     * One bar.
     *
     * @param tick under it, where not empty
     * @param isNow the one that is still filling
     */
    record Bar(double value, String tick, boolean isNow) {}

    static List<Piece> figure(String large) {
        return List.of(new Piece(large, true));
    }

    /** The figure in one line, for who hears the screen. */
    String spoken() {
        return title + ": " + String.join(" ", figure.stream().map(Piece::text).toList()) + ". "
                + words.replace('\n', ' ');
    }
}
