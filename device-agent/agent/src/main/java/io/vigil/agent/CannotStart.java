package io.vigil.agent;

/** The agent cannot start, or a command cannot be done. The message is one sentence: what, where, what to do. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String sentence) {
        super(sentence);
    }
}
