package io.vigil.agent.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.agent.serving.Caller.SomebodySignedIn;
import io.vigil.ward.Person;
import io.vigil.ward.Role;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final Person NURSE = new Person("mk", "M. Keller", Role.NURSE);

    private final AtomicLong nanos = new AtomicLong();
    private final Tokens tokens = new Tokens("the screen's", "the source's", nanos::get);

    @Test
    void know_screens_sources_and_people_and_nobody_else() {
        var token = tokens.signIn(NURSE);

        assertThat(tokens.whoIs("the screen's")).hasValue(new Caller.Screen());
        assertThat(tokens.whoIs("the source's")).hasValue(new Caller.Source());
        assertThat(tokens.whoIs(token)).hasValue(new SomebodySignedIn(NURSE, TokenHash.of(token)));
        assertThat(tokens.whoIs("")).isEmpty();
        assertThat(tokens.whoIs(token + "x")).isEmpty();
    }

    // [utest->req~people.sign-in-ends~1]
    @Test
    void a_sign_in_lasts_a_shift() {
        var token = tokens.signIn(NURSE);

        nanos.addAndGet(Duration.ofHours(12).toNanos());
        assertThat(tokens.whoIs(token)).isPresent();

        nanos.addAndGet(1);
        assertThat(tokens.whoIs(token)).isEmpty();
    }

    @Test
    void two_sign_ins_of_one_person_end_apart() {
        var here = tokens.signIn(NURSE);
        var there = tokens.signIn(NURSE);

        tokens.signOut(TokenHash.of(here));

        assertThat(tokens.whoIs(here)).isEmpty();
        assertThat(tokens.whoIs(there)).isPresent();
    }

    @Test
    void a_token_has_256_bits() {
        assertThat(Base64.getUrlDecoder().decode(TokenHash.newToken())).hasSize(32);
        assertThat(TokenHash.newToken()).isNotEqualTo(TokenHash.newToken());
    }
}
