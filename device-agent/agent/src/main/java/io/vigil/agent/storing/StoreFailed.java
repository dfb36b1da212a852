package io.vigil.agent.storing;

import java.io.Serial;

/** The store cannot do what it was asked: what, where and what to do, in a sentence for the person who must act. */
public sealed class StoreFailed extends RuntimeException permits FactRefused {

    @Serial
    private static final long serialVersionUID = 1;

    public StoreFailed(String sentence) {
        super(sentence);
    }

    public StoreFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
