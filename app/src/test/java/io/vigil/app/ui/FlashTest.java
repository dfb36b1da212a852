package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.app.stage.StageTest;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

// [utest->req~screen.flash~1]
class FlashTest extends StageTest {

    @Test
    void high_flashes_twice_a_second_and_medium_six_times_in_ten_half_on_half_off() {
        assertThat(flashesInTenSeconds(Flash::isHighLit)).isEqualTo(20);
        assertThat(flashesInTenSeconds(Flash::isMediumLit)).isEqualTo(6);
        assertThat(shareLit(Flash::isHighLit)).isCloseTo(0.5, within(0.001));
        assertThat(shareLit(Flash::isMediumLit)).isCloseTo(0.5, within(0.001));
    }

    @Test
    void it_rests_lit_while_nothing_flashes() {
        var flash = onScreen(() -> Flash.of(false));
        doOnScreen(() -> flash.run(true));
        until("it is dark for the first time", () -> !flash.high().get());

        doOnScreen(() -> flash.run(false));

        assertThat(onScreen(() -> flash.high().get() && flash.medium().get())).isTrue();
    }

    @Test
    void where_less_motion_is_wanted_nothing_flashes() {
        var flash = onScreen(() -> Flash.of(true));
        doOnScreen(() -> flash.run(true));

        assertThat(flash.isSteady()).isTrue();
        assertThat(onScreen(() -> flash.high().get())).isTrue();
    }

    private static long flashesInTenSeconds(DoublePredicate isLit) {
        return IntStream.range(0, 10_000)
                .filter(ms -> isLit.test(ms) && !isLit.test(ms == 0 ? 9_999 : ms - 1))
                .count();
    }

    private static double shareLit(DoublePredicate isLit) {
        return IntStream.range(0, 10_000).filter(ms -> isLit.test(ms)).count() / 10_000.0;
    }
}
