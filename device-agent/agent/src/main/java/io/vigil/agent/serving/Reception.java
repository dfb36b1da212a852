package io.vigil.agent.serving;

import io.grpc.Status;
import io.vigil.agent.serving.Caller.SomebodySignedIn;
import io.vigil.contract.Credentials;
import io.vigil.contract.SignedIn;
import io.vigil.journal.WardEvent;
import io.vigil.ward.Person;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Where people sign in and out. Each is a numbered event before it takes effect. */
final class Reception implements AutoCloseable {

    private final People people;
    private final StationDesk desk;
    private final Tokens tokens;
    private final Patience patience;

    /** One at a time, on a thread of its own: hashing takes a core for 70 ms, and no alarm may wait for that core. */
    private final ExecutorService hashing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("passwords").factory());

    Reception(People people, StationDesk desk, Tokens tokens, Patience patience) {
        this.people = people;
        this.desk = desk;
        this.tokens = tokens;
        this.patience = patience;
    }

    CompletableFuture<SignedIn> signIn(Credentials credentials) {
        var wait = patience.beforeNextTry(credentials.person());
        if (wait.isPresent()) {
            return CompletableFuture.failedFuture(Status.RESOURCE_EXHAUSTED
                    .withDescription("Too many wrong tries. Wait " + inSeconds(wait.get()) + ", then try again.")
                    .asRuntimeException());
        }
        return CompletableFuture.supplyAsync(() -> check(credentials), hashing).thenCompose(person -> {
            patience.succeeded(credentials.person());
            return desk.note(new WardEvent.SignedIn(person))
                    .thenApply(_ -> new SignedIn(tokens.signIn(person), person));
        });
    }

    CompletableFuture<Long> signOut(SomebodySignedIn caller) {
        return desk.note(new WardEvent.SignedOut(caller.person())).thenApply(seq -> {
            tokens.signOut(caller.token());
            return seq;
        });
    }

    private Person check(Credentials credentials) {
        Optional<People.Credential> known = people.find(credentials.person());
        var right = known.map(credential -> Passwords.matches(credentials.password(), credential.passwordHash()))
                .orElseGet(() -> Passwords.matchesNobody(credentials.password()));
        return known.filter(_ -> right)
                .map(People.Credential::person)
                .orElseThrow(() -> new CannotBeDone("This name and password do not belong together. Try again."));
    }

    private static String inSeconds(Duration wait) {
        var seconds = wait.plusMillis(999).toSeconds();
        return seconds == 1 ? "1 second" : seconds + " seconds";
    }

    @Override
    public void close() {
        hashing.shutdownNow();
    }
}
