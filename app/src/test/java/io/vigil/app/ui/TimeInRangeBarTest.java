package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.app.ui.TimeInRangeBar.Part;
import org.junit.jupiter.api.Test;

class TimeInRangeBarTest {

    @Test
    void parts_stand_from_very_high_down_two_apart_and_fill_the_bar() {
        var parts = new TimeInRangeBar(5, 15, 78, 1.9, 0.1).parts(140);

        assertThat(parts)
                .extracting(Part::colour)
                .containsExactly(Colour.VERY_HIGH, Colour.ABOVE, Colour.IN_RANGE, Colour.BELOW, Colour.VERY_LOW);
        for (var i = 1; i < parts.size(); i++) {
            var above = parts.get(i - 1);
            assertThat(parts.get(i).top() - above.top() - above.height()).isCloseTo(2, within(1e-9));
        }
        assertThat(parts.getLast().top() + parts.getLast().height()).isCloseTo(140, within(1e-9));
    }

    @Test
    void a_minute_of_very_low_is_seen() {
        assertThat(new TimeInRangeBar(0, 0, 99.99, 0, 0.01).parts(140).getLast().height())
                .isEqualTo(2);
    }

    @Test
    void what_never_was_is_not_drawn() {
        assertThat(new TimeInRangeBar(0, 0, 100, 0, 0).parts(140)).containsExactly(new Part(Colour.IN_RANGE, 0, 140));
        assertThat(new TimeInRangeBar(0, 0, 0, 0, 0).parts(140)).isEmpty();
    }
}
