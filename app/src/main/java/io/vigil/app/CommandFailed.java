package io.vigil.app;

/** A command that cannot be done. The message is one sentence: what, where, what to do. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String sentence) {
        super(sentence);
    }
}
