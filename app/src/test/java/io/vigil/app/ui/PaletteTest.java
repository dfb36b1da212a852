package io.vigil.app.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.glucose.Glucose;
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
    void ranges_are_those_of_the_consensus() {
        assertThat(Palette.rangeOf(Glucose.mgPerDl(53.9))).isEqualTo(Colour.VERY_LOW);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(54))).isEqualTo(Colour.BELOW);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(69.9))).isEqualTo(Colour.BELOW);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(70))).isEqualTo(Colour.IN_RANGE);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(180))).isEqualTo(Colour.IN_RANGE);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(180.1))).isEqualTo(Colour.ABOVE);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(250))).isEqualTo(Colour.ABOVE);
        assertThat(Palette.rangeOf(Glucose.mgPerDl(250.1))).isEqualTo(Colour.VERY_HIGH);
    }
}
