package io.vigil.app.limits;

import static io.vigil.app.limits.LimitsOfSeven.MARGARET;
import static io.vigil.policy.SettingValue.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.InMemoryAgentLink;
import io.vigil.app.ui.PatientNames;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.policy.Hours;
import io.vigil.policy.PolicyWish.Put;
import io.vigil.policy.Setting;
import io.vigil.ward.Station;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** The model on a thread of its own: what the agent answers is delivered when the test says so. */
class LimitsModelTest {

    private final Queue<Runnable> answers = new ArrayDeque<>();
    private final InMemoryAgentLink link = LimitsOfSeven.lived(answers::add);
    private final LimitsModel model = new LimitsModel(
            link,
            MARGARET,
            link.clock(),
            () -> new Wording(Units.MG_PER_DL, new Times(LimitsOfSeven.BERLIN, Locale.ENGLISH), PatientNames.FULL),
            () -> {});

    // [utest->req~screen.limits-foretold~1]
    @Test
    void what_was_told_of_other_values_is_heard_no_more() {
        deliver();
        model.askPreview();
        model.stepped(Setting.LOW_BELOW, Hours.ALWAYS, 1);

        deliver();

        assertThat(model.preview()).isInstanceOf(Preview.Asking.class);
        model.askPreview();
        deliver();
        assertThat(model.preview()).isInstanceOf(Preview.Told.class);
    }

    @Test
    void a_change_from_another_screen_is_taken_in_and_what_is_edited_here_stays() {
        deliver();
        model.stepped(Setting.LOW_BELOW, Hours.ALWAYS, 1);

        var _ = link.changePolicy(
                Station.THIS,
                List.of(new Put(Setting.VERY_HIGH_ABOVE, Hours.ALWAYS, mgPerDl(320))),
                "From another screen");
        deliver();

        var foretold = model.foretold().orElseThrow();
        assertThat(foretold.value(Setting.VERY_HIGH_ABOVE, Hours.ALWAYS)).isEqualTo(mgPerDl(320));
        assertThat(foretold.value(Setting.LOW_BELOW, Hours.ALWAYS)).isEqualTo(mgPerDl(81));
    }

    @Test
    void a_step_too_far_stops_at_the_bound_and_the_next_says_why() {
        deliver();
        model.typed(Setting.LOW_BELOW, Hours.ALWAYS, "98");
        model.stepped(Setting.LOW_BELOW, Hours.ALWAYS, 10);

        assertThat(model.foretold().orElseThrow().value(Setting.LOW_BELOW, Hours.ALWAYS))
                .isEqualTo(mgPerDl(100));
        assertThat(model.refused()).isEmpty();

        model.stepped(Setting.LOW_BELOW, Hours.ALWAYS, 1);
        assertThat(model.refused().values())
                .containsExactly("101 is not possible: it lies between 55 and 100 mg/dL. Nothing was changed.");
    }

    @Test
    void a_value_put_back_as_it_was_is_no_change() {
        deliver();
        model.stepped(Setting.LOW_BELOW, Hours.ALWAYS, 1);
        assertThat(model.isEdited()).isTrue();

        model.stepped(Setting.LOW_BELOW, Hours.ALWAYS, -1);
        assertThat(model.isEdited()).isFalse();
    }

    private void deliver() {
        while (!answers.isEmpty()) {
            answers.remove().run();
        }
    }
}
