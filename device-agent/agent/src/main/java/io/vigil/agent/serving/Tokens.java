package io.vigil.agent.serving;

import io.vigil.ward.Person;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which tokens are good, and whom they speak for. In memory alone: an agent that starts anew knows nobody. */
final class Tokens {

    /** A shift. Who works longer signs in again. */
    // [impl->req~people.sign-in-ends~1]
    private static final Duration LIFE_OF_A_SIGN_IN = Duration.ofHours(12);

    private final TokenHash screen;
    private final TokenHash source;
    private final LongSupplier nanos;
    private final Map<TokenHash, Session> sessions = new ConcurrentHashMap<>();

    private record Session(Person person, long sinceNanos) {}

    Tokens(String screenToken, String sourceToken, LongSupplier monotonicNanos) {
        screen = TokenHash.of(screenToken);
        source = TokenHash.of(sourceToken);
        nanos = monotonicNanos;
    }

    Optional<Caller> whoIs(String token) {
        var hash = TokenHash.of(token);
        if (hash.equals(screen)) {
            return Optional.of(new Caller.Screen());
        }
        if (hash.equals(source)) {
            return Optional.of(new Caller.Source());
        }
        var now = nanos.getAsLong();
        return Optional.ofNullable(sessions.computeIfPresent(
                        hash,
                        (_, session) -> now - session.sinceNanos() > LIFE_OF_A_SIGN_IN.toNanos() ? null : session))
                .map(session -> new Caller.SomebodySignedIn(session.person(), hash));
    }

    /** The token, told this once. */
    String signIn(Person person) {
        var token = TokenHash.newToken();
        sessions.put(TokenHash.of(token), new Session(person, nanos.getAsLong()));
        return token;
    }

    void signOut(TokenHash token) {
        sessions.remove(token);
    }
}
