package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.glucose.GlucoseRange;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void every_theme_gives_every_colour() {
        for (var theme : Theme.values()) {
            for (var colour : Colour.values()) {
                assertThat(theme.palette().of(colour))
                        .as("%s in %s", colour.token(), theme)
                        .isNotNull();
            }
        }
    }

    @Test
    void a_sheet_that_forgets_a_colour_is_refused_with_its_name() {
        assertThatThrownBy(() -> Palette.parse(".root { -surface-sunken: #F3F5F8; }"))
                .hasMessage("The style sheet gives no colour to -surface");
    }

    @Test
    void each_range_of_glucose_has_a_colour_of_its_own() {
        for (var theme : Theme.values()) {
            var colours = Arrays.stream(GlucoseRange.values())
                    .map(theme.palette()::of)
                    .distinct();
            assertThat(colours).as(theme.name()).hasSize(GlucoseRange.values().length);
        }
    }
}
