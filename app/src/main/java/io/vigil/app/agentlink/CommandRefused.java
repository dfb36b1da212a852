package io.vigil.app.agentlink;

/** The agent said no. The message is a sentence for people: what, and what to do. */
public final class CommandRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandRefused(String sentence) {
        super(sentence);
    }
}
