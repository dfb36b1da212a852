package io.vigil.agent.serving;

import io.vigil.ward.Person;
import java.util.Optional;

/** Who may sign in. */
public interface People {

    Optional<Credential> find(String id);

    /**
     * Somebody, and what a password is checked against.
     *
     * @param passwordHash as {@link Passwords#hash} writes it
     */
    record Credential(Person person, String passwordHash) {

        /** The hash is never written out. */
        @Override
        public String toString() {
            return "Credential of " + person.id();
        }
    }
}
