package io.vigil.agent.serving;

/** The words were clear, and the station will not do it as things stand. The message is one sentence for people. */
public final class CannotBeDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotBeDone(String sentence) {
        super(sentence);
    }
}
