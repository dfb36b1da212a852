package io.vigil.contract;

/** What somebody types to sign in. Never written out. */
public record Credentials(String person, String password) {

    @Override
    public String toString() {
        return "Credentials of " + person;
    }
}
