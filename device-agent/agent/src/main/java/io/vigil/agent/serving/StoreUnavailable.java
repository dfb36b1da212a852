package io.vigil.agent.serving;

/** The store can neither keep nor read for the moment. The message is one sentence for people. */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String sentence) {
        super(sentence);
    }
}
