package io.vigil.app.limits;

import static io.vigil.app.limits.LimitsOfSeven.MARGARET;
import static io.vigil.app.limits.LimitsOfSeven.SATO;
import static io.vigil.policy.Hours.ALWAYS;
import static io.vigil.policy.Hours.AT_NIGHT;
import static io.vigil.policy.Setting.HIGH_ABOVE;
import static io.vigil.policy.Setting.LOW_BELOW;
import static io.vigil.policy.SettingValue.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.policy.Hours;
import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyText;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.PolicyWish.Choose;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.Preset;
import io.vigil.policy.Setting;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page foretells is what the agent's own book comes to. */
class ForetoldTest {

    private static final Instant NOON = LimitsOfSeven.berlin("2022-05-16T12:00:00");
    private static final Instant MIDNIGHT = LimitsOfSeven.berlin("2022-05-17T00:30:00");

    record Case(String name, List<PolicyWish> ofWard, List<PolicyWish> ofPatient, Subject subject, LimitEdits edits) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        var none = LimitEdits.NONE;
        List<PolicyWish> bare = List.of();
        List<PolicyWish> house = List.of(new Choose(Preset.INPATIENT), new Put(HIGH_ABOVE, AT_NIGHT, mgPerDl(270)));
        List<PolicyWish> own =
                List.of(new Put(LOW_BELOW, ALWAYS, mgPerDl(80)), new Put(LOW_BELOW, AT_NIGHT, mgPerDl(90)));
        return Stream.of(
                new Case("nothing set, nothing edited", bare, bare, MARGARET, none),
                new Case("a low takes its end along", bare, bare, MARGARET, none.put(LOW_BELOW, ALWAYS, mgPerDl(85))),
                new Case("a value of her own by day and night", house, own, MARGARET, none),
                new Case("the own value released", house, own, MARGARET, none.release(LOW_BELOW, ALWAYS)),
                new Case("the night released", house, own, MARGARET, none.release(LOW_BELOW, AT_NIGHT)),
                new Case(
                        "a high for the night alone",
                        house,
                        own,
                        MARGARET,
                        none.put(HIGH_ABOVE, AT_NIGHT, mgPerDl(260))),
                new Case(
                        "a preset beneath own values",
                        house,
                        own,
                        MARGARET,
                        none.choose(Optional.of(Preset.PREGNANCY))),
                new Case(
                        "a preset over the ward's night",
                        house,
                        bare,
                        MARGARET,
                        none.choose(Optional.of(Preset.ADULT))),
                new Case(
                        "follows the ward again",
                        house,
                        List.of(new Choose(Preset.PREGNANCY)),
                        MARGARET,
                        none.choose(Optional.empty())),
                new Case(
                        "the ward takes a preset", bare, own, Station.THIS, none.choose(Optional.of(Preset.INPATIENT))),
                new Case("the ward's preset goes", house, own, Station.THIS, none.choose(Optional.empty())),
                new Case(
                        "the ward moves its high by night",
                        house,
                        bare,
                        Station.THIS,
                        none.put(HIGH_ABOVE, AT_NIGHT, mgPerDl(280))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void is_what_the_book_comes_to(Case told) {
        var book = lived(told);
        var foretold = new Foretold(book.sheet(told.subject(), NOON), book.sheet(Station.THIS, NOON), told.edits());
        var after = told.edits().isEmpty()
                ? book
                : book.with(book.propose(told.subject(), told.edits().wishes(), SATO, "because", NOON));

        for (var setting : Setting.values()) {
            assertThat(foretold.value(setting, Hours.ALWAYS))
                    .as("%s by day", setting)
                    .isEqualTo(after.inForce(told.subject(), NOON).policy().value(setting));
            assertThat(foretold.value(setting, Hours.AT_NIGHT))
                    .as("%s at night", setting)
                    .isEqualTo(after.inForce(told.subject(), MIDNIGHT).policy().value(setting));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_change_of_the_ward_said_for_a_patient_comes_to_the_same(Case told) {
        if (!(told.subject() instanceof Station) || told.edits().isEmpty()) {
            return;
        }
        var book = lived(told);
        var ward = book.sheet(Station.THIS, NOON);
        var wishes = WardWish.of(new Foretold(ward, ward, told.edits()), book.sheet(MARGARET, NOON));

        var asPatient = book.imagined(MARGARET, wishes, NOON);
        var asWard = book.with(book.propose(Station.THIS, told.edits().wishes(), SATO, "because", NOON));

        for (var moment : List.of(NOON, MIDNIGHT)) {
            assertThat(asPatient.inForce(MARGARET, moment).policy())
                    .isEqualTo(asWard.inForce(MARGARET, moment).policy());
        }
    }

    private static PolicyBook lived(Case told) {
        var book = PolicyBook.begun(LimitsOfSeven.BERLIN, NOON, PolicyText.read(Map.of()));
        if (!told.ofWard().isEmpty()) {
            book = book.with(book.propose(Station.THIS, told.ofWard(), SATO, "because", NOON));
        }
        return told.ofPatient().isEmpty()
                ? book
                : book.with(book.propose(MARGARET, told.ofPatient(), SATO, "because", NOON));
    }
}
