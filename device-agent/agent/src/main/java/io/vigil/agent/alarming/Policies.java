package io.vigil.agent.alarming;

import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyHours;
import io.vigil.policy.PolicyInForce;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The book of policies, and what holds by it for each subject at an hour. Belongs to the cycle's thread. */
final class Policies {

    private final Map<Subject, PolicyHours> known = new HashMap<>();
    private PolicyBook book;

    Policies(PolicyBook book) {
        this.book = book;
    }

    PolicyBook book() {
        return book;
    }

    void turnTo(PolicyBook newer) {
        book = newer;
        known.clear();
    }

    /** The same thing again until the book or the hour changes. */
    PolicyInForce of(Subject subject, Instant now) {
        return known.computeIfAbsent(subject, book::hours).at(now);
    }
}
