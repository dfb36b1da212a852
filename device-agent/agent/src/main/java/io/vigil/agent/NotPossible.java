package io.vigil.agent;

/** A command that cannot be carried out as things stand. The message is a sentence for people. */
final class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPossible(String sentence) {
        super(sentence);
    }
}
