package io.vigil.agent;

import io.vigil.agent.serving.Chronicle;
import io.vigil.agent.serving.People;
import io.vigil.agent.serving.StoreUnavailable;
import io.vigil.agent.storing.StationStore;
import io.vigil.agent.storing.StoreFailed;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the link may read of the store. */
final class StoreChronicle implements Chronicle, People {

    private final StationStore store;

    StoreChronicle(StationStore store) {
        this.store = store;
    }

    @Override
    public List<KeptReading> readings(PatientId patient, Instant from, Instant to) {
        return asked(() -> store.readings(patient, from, to));
    }

    @Override
    public List<NumberedEvent> events(Subject subject, Instant from, Instant to) {
        return asked(() -> store.events(subject, from, to));
    }

    @Override
    public List<NumberedEvent> events(Instant from, Instant to) {
        return asked(() -> store.events(from, to));
    }

    @Override
    public List<NumberedEvent> eventsAfter(long seq, int atMost) {
        return asked(() -> store.eventsAfter(seq, atMost));
    }

    @Override
    public long newestSeq() {
        return asked(store::newestSeq);
    }

    @Override
    public long readingCount() {
        return asked(store::readingCount);
    }

    @Override
    public long sizeInBytes() {
        return asked(store::sizeInBytes);
    }

    @Override
    public long freeInBytes() {
        return asked(store::freeInBytes);
    }

    @Override
    public Optional<Credential> find(String id) {
        return asked(() -> store.persons().stream()
                .filter(known -> known.person().id().equals(id))
                .findFirst()
                .map(known -> new Credential(known.person(), known.passwordHash())));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreFailed e) {
            throw new StoreUnavailable(String.valueOf(e.getMessage()));
        }
    }
}
