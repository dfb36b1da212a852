package io.vigil.agent.sensing;

/** What a source reads cannot be used at all. The message is one sentence: what, where, what to do. */
public final class SensingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    SensingFailed(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    SensingFailed(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
