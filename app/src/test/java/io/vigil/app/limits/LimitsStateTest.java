package io.vigil.app.limits;

import static io.vigil.app.limits.LimitsOfSeven.KATRIN;
import static io.vigil.app.limits.LimitsOfSeven.MARGARET;
import static io.vigil.app.limits.LimitsOfSeven.SATO;
import static io.vigil.app.limits.LimitsOfSeven.TOMAS;
import static io.vigil.policy.SettingValue.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.limits.LimitRow.Remark.Weight;
import io.vigil.app.limits.LimitsState.Change;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.policy.Hours;
import io.vigil.policy.Preset;
import io.vigil.policy.Setting;
import io.vigil.ward.Person;
import io.vigil.ward.Station;
import io.vigil.ward.Subject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsStateTest {

    private final Wording wording =
            new Wording(Units.MG_PER_DL, new Times(LimitsOfSeven.BERLIN, Locale.ENGLISH), PatientNames.FULL);

    @Test
    void what_matters_most_comes_first() {
        assertThat(state(MARGARET, LimitEdits.NONE, SATO).first())
                .extracting(LimitRow::name)
                .containsExactly(
                        "Urgent low ≤", "Low <", "High >", "Very high >", "No reading for", "Falling faster than");
    }

    @Test
    void each_value_says_where_it_comes_from() {
        var state = state(MARGARET, LimitEdits.NONE, SATO);

        assertThat(row(state, Setting.URGENT_LOW_AT_OR_BELOW).origin())
                .isEqualTo("Ward preset · Dr Mika Sato, Mon 9 May 08:15");
        assertThat(row(state, Setting.LOW_BELOW).origin()).isEqualTo("This patient · Dr Mika Sato, Thu 12 May 10:41");
        assertThat(row(state, Setting.VERY_HIGH_ABOVE).origin()).isEqualTo("Standard");
    }

    // [utest->req~screen.limits-foretold~1]
    @Test
    void a_moved_limit_is_told_as_before_and_after_with_what_it_takes_along() {
        var state = state(MARGARET, LimitEdits.NONE.put(Setting.LOW_BELOW, Hours.ALWAYS, mgPerDl(70)), SATO);

        assertThat(state.changes())
                .extracting(Change::words)
                .containsExactly("Low <  80 → 70 mg/dL", "Low, over at ≥  85 → 75 mg/dL");
        assertThat(row(state, Setting.LOW_BELOW).origin()).startsWith("was 80");
    }

    @Test
    void a_preset_tells_each_value_that_it_moves() {
        var state = state(MARGARET, LimitEdits.NONE.choose(Optional.of(Preset.PREGNANCY)), SATO);

        assertThat(state.changes())
                .extracting(Change::words)
                .contains("Preset  As the ward → Pregnancy")
                // Her own low and high stay over any preset.
                .noneMatch(words -> words.startsWith("Low <") || words.startsWith("High >"));
    }

    @Test
    void outside_what_is_recommended_a_sentence_says_so() {
        var state = state(MARGARET, LimitEdits.NONE.put(Setting.LOW_BELOW, Hours.ALWAYS, mgPerDl(60)), SATO);

        assertThat(row(state, Setting.LOW_BELOW).remark().weight()).isEqualTo(Weight.UNUSUAL);
        assertThat(row(state, Setting.LOW_BELOW).remark().words()).startsWith("60 lies outside 63 to 90 mg/dL");
        assertThat(row(state, Setting.HIGH_ABOVE).remark().weight()).isEqualTo(Weight.NONE);
    }

    @Test
    void a_nurse_goes_as_far_as_is_recommended_and_no_step_leads_beyond() {
        var edited = LimitEdits.NONE.put(Setting.LOW_BELOW, Hours.ALWAYS, mgPerDl(63));

        assertThat(row(state(MARGARET, edited, KATRIN), Setting.LOW_BELOW).day().mayBeLess())
                .isFalse();
        assertThat(row(state(MARGARET, edited, SATO), Setting.LOW_BELOW).day().mayBeLess())
                .isTrue();
    }

    @Test
    void who_may_not_change_it_reads_who_may() {
        assertThat(row(state(MARGARET, LimitEdits.NONE, TOMAS), Setting.LOW_BELOW)
                        .locked())
                .isEqualTo("For a patient, only these may change it: Doctor, Nurse.");
        assertThat(row(state(MARGARET, LimitEdits.NONE, TOMAS), Setting.SIGNAL_LOST_AFTER)
                        .isLocked())
                .isFalse();
        assertThat(state(Station.THIS, LimitEdits.NONE, KATRIN).isLocked()).isTrue();
        assertThat(LimitsState.of(
                                foretold(MARGARET, LimitEdits.NONE),
                                freedom(MARGARET, Optional.empty()),
                                Map.of(),
                                wording)
                        .lockedWords())
                .isEqualTo("Sign in to change limits.");
    }

    @Test
    void every_setting_has_its_name_and_its_place() {
        var state = state(Station.THIS, LimitEdits.NONE, SATO);
        var shown = state.first().size()
                + state.more().stream()
                        .mapToInt(section -> section.rows().size())
                        .sum();

        assertThat(shown).isEqualTo(Setting.values().size());
        for (var setting : Setting.values()) {
            assertThat(wording.name(setting)).as(setting.key()).isNotBlank();
        }
    }

    private LimitsState state(Subject subject, LimitEdits edits, Person person) {
        return LimitsState.of(foretold(subject, edits), freedom(subject, Optional.of(person)), Map.of(), wording);
    }

    private Freedom freedom(Subject subject, Optional<Person> person) {
        return new Freedom(person, subject instanceof Station, wording);
    }

    private static Foretold foretold(Subject subject, LimitEdits edits) {
        var link = LimitsOfSeven.lived(Runnable::run);
        return new Foretold(
                link.policy(subject).join(), link.policy(Station.THIS).join(), edits);
    }

    private static LimitRow row(LimitsState state, Setting setting) {
        return state.first().stream()
                .filter(row -> row.setting().equals(setting))
                .findFirst()
                .orElseThrow();
    }
}
