package io.vigil.agent.serving;

import io.vigil.ward.Person;

/** Whom a token speaks for. */
sealed interface Caller {

    /** A screen of this machine, whoever stands before it. */
    record Screen() implements Caller {}

    /** A program of this machine that delivers readings. */
    record Source() implements Caller {}

    /** Somebody who has signed in, with the token they did it with, hashed. */
    record SomebodySignedIn(Person person, TokenHash token) implements Caller {}

    /** Who did it, as it is written beside what they did. */
    default String inWords() {
        return switch (this) {
            case Screen _ -> "Ward screen";
            case Source _ -> "A source";
            case SomebodySignedIn(var person, var _) -> person.name();
        };
    }
}
