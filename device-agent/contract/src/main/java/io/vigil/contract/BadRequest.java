package io.vigil.contract;

/** A message whose words cannot be taken. The message is one sentence for whoever sent it. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadRequest(String sentence) {
        super(sentence);
    }
}
