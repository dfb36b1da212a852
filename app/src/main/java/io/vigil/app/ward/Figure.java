package io.vigil.app.ward;

import java.util.List;

/**
 * One number about the whole ward, with its words.
 *
 * @param pieces the number, in large and small type
 * @param words on two lines
 */
record Figure(List<Piece> pieces, String words) {

    /** A stretch of the number. */
    record Piece(String text, boolean isLarge) {}

    static Piece large(String text) {
        return new Piece(text, true);
    }

    static Piece small(String text) {
        return new Piece(text, false);
    }

    /** The figure in one line, for who hears the screen. */
    String spoken() {
        var number = String.join(" ", pieces.stream().map(Piece::text).toList());
        return (number + " " + words.replace('\n', ' ')).strip();
    }
}
