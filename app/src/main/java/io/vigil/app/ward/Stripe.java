package io.vigil.app.ward;

import io.vigil.app.ui.Icon;

/** The line on top of a tile that says in words why it stands out. */
sealed interface Stripe {

    /** Nothing to say. */
    record None() implements Stripe {}

    /**
     * A shape, a word, and what stands at the other end.
     *
     * @param words what is the matter, such as {@code URGENT LOW 51 ≤ 54}
     * @param aside since when, or who has answered
     */
    record Said(Icon icon, String words, String aside) implements Stripe {}

    /** Towards the low limit; its shape is the trend's arrow. */
    record Falling(String words, String aside) implements Stripe {}
}
