package io.vigil.app.ui;

import static io.vigil.app.ui.Colour.*;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether what is drawn upon what can be read: WCAG 2.2, level AA, over the style sheets as they ship. */
class ContrastTest {

    /** WCAG 1.4.3, contrast of text. */
    private static final double TEXT = 4.5;

    /** WCAG 1.4.11, contrast of what is not text. */
    private static final double GRAPHICS = 3;

    private record Upon(Colour mark, Colour ground) {}

    private static final Upon[] WORDS = {
        new Upon(Colour.TEXT, SURFACE),
        new Upon(Colour.TEXT, SURFACE_SUNKEN),
        new Upon(Colour.TEXT, SURFACE_HOVER),
        new Upon(TEXT_MUTED, SURFACE),
        new Upon(TEXT_MUTED, SURFACE_SUNKEN),
        new Upon(ACCENT, SURFACE),
        new Upon(ON_ACCENT, ACCENT),
        new Upon(ON_ALARM_HIGH, ALARM_HIGH),
        new Upon(ON_ALARM_HIGH, ALARM_HIGH_REST),
        new Upon(ALARM_HIGH_TEXT, SURFACE),
        new Upon(ALARM_HIGH_TEXT, SURFACE_SUNKEN),
        new Upon(Colour.TEXT, ALARM_HIGH_SOFT),
        new Upon(ALARM_HIGH_TEXT, ALARM_HIGH_SOFT),
        new Upon(ON_ALARM_MEDIUM, ALARM_MEDIUM),
        new Upon(Colour.TEXT, ALARM_MEDIUM_REST),
        new Upon(ALARM_MEDIUM_TEXT, SURFACE),
        new Upon(ALARM_MEDIUM_TEXT, SURFACE_SUNKEN),
        new Upon(ON_ALARM_LOW, ALARM_LOW),
        new Upon(ALARM_LOW_TEXT, SURFACE),
        new Upon(STALE, SURFACE),
        new Upon(GOOD, SURFACE),
        new Upon(IN_RANGE, SURFACE),
        new Upon(VERY_HIGH, SURFACE),
        new Upon(BELOW, SURFACE),
        new Upon(VERY_LOW, SURFACE),
        new Upon(FORECAST, SURFACE)
    };

    private static final Upon[] MARKS = {
        new Upon(ABOVE, SURFACE),
        new Upon(IN_RANGE, TARGET_BAND),
        new Upon(BELOW, SURFACE_SUNKEN),
        new Upon(FORECAST, TARGET_BAND),
        new Upon(LIMIT, TARGET_BAND),
        new Upon(ALARM_HIGH, SURFACE),
        new Upon(ALARM_HIGH, SURFACE_SUNKEN),
        new Upon(ALARM_MEDIUM_EDGE, SURFACE),
        new Upon(ALARM_MEDIUM_EDGE, SURFACE_SUNKEN),
        new Upon(ALARM_LOW_EDGE, SURFACE),
        new Upon(BORDER_STRONG, SURFACE),
        new Upon(STALE, SURFACE_SUNKEN)
    };

    // [utest->req~screen.contrast~1]
    @ParameterizedTest
    @EnumSource
    void words_can_be_read(Theme theme) {
        for (var upon : WORDS) {
            assertThat(contrast(theme, upon)).as("%s in %s", upon, theme).isGreaterThanOrEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void marks_can_be_seen(Theme theme) {
        for (var upon : MARKS) {
            assertThat(contrast(theme, upon)).as("%s in %s", upon, theme).isGreaterThanOrEqualTo(GRAPHICS);
        }
    }

    private static double contrast(Theme theme, Upon upon) {
        var one = luminance(theme.palette().of(upon.mark()));
        var other = luminance(theme.palette().of(upon.ground()));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
