package io.vigil.agent.sensing;

/**
 * A row that was not taken.
 *
 * @param line counted from 1, the header's
 * @param reason what is wrong with it and what to do
 */
public record Refusal(String file, int line, String reason) {

    public String sentence() {
        return file + " line " + line + ": " + reason;
    }
}
