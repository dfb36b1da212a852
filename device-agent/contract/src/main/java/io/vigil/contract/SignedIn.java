package io.vigil.contract;

import io.vigil.ward.Person;

/** Somebody signed in, and the token that speaks for them from now on. The token is never written out. */
public record SignedIn(String token, Person person) {

    @Override
    public String toString() {
        return "SignedIn " + person;
    }
}
