package io.vigil.app.ward;

import io.vigil.app.ui.Icon;
import java.util.List;

/** The line on top of a tile that says in words why it stands out. */
sealed interface Stripe {

    /** Nothing to say. */
    record None() implements Stripe {}

    /**
     * A shape, a word, and what stands at the other end.
     *
     * @param words what is the matter, such as {@code URGENT LOW 51 ≤ 54}
     * @param aside since when, or who has answered: the most telling first, for a narrow tile leaves out the last
     */
    record Said(Icon icon, String words, List<String> aside) implements Stripe {

        Said(Icon icon, String words, String... aside) {
            this(icon, words, List.of(aside));
        }
    }

    /** Towards the low limit; its shape is the trend's arrow. */
    record Falling(String words, String aside) implements Stripe {}
}
