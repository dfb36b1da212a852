package io.vigil.agent.serving;

/** The link cannot be opened. The message is one sentence: what, where, what to do. */
public final class ServingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServingFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
