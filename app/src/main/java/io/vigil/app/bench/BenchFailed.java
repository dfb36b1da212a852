package io.vigil.app.bench;

/** A benchmark that could not measure. The message is one sentence: what, where, what to do. */
public final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchFailed(String sentence) {
        super(sentence);
    }
}
