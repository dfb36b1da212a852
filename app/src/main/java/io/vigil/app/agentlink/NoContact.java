package io.vigil.app.agentlink;

/** The agent cannot be reached now; whether it took the command is not known. */
public final class NoContact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoContact(String sentence) {
        super(sentence);
    }
}
