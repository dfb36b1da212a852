package io.vigil.app.patient.chart;

import io.vigil.app.ui.AlarmWords;
import io.vigil.app.ui.Colour;
import io.vigil.app.ui.Palette;
import io.vigil.app.ui.Texts;
import io.vigil.app.ui.Times;
import io.vigil.app.ui.Units;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRange;
import io.vigil.glucose.Reading;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.paint.Color;

/** How the chart speaks and which colours it wears. */
public record ChartLook(Palette palette, Units units, Times times) {

    private static final Duration IN_MINUTES = Duration.ofHours(2);

    Texts texts() {
        return Texts.of(ChartLook.class, times.locale());
    }

    Color of(Colour colour) {
        return palette.of(colour);
    }

    /** Of points and bars. */
    Color of(GlucoseRange range) {
        return of(
                switch (range) {
                    case VERY_LOW -> Colour.VERY_LOW;
                    case LOW -> Colour.BELOW;
                    case IN_RANGE -> Colour.IN_RANGE;
                    case HIGH -> Colour.ABOVE;
                    case VERY_HIGH -> Colour.VERY_HIGH;
                });
    }

    /** Of words: the yellow of high is no colour for letters on white. */
    Color ofWords(GlucoseRange range) {
        return of(
                switch (range) {
                    case VERY_LOW -> Colour.VERY_LOW;
                    case LOW -> Colour.BELOW;
                    case IN_RANGE -> Colour.IN_RANGE;
                    case HIGH -> Colour.TEXT;
                    case VERY_HIGH -> Colour.VERY_HIGH;
                });
    }

    String words(GlucoseRange range) {
        return Texts.of(AlarmWords.class, times.locale()).get("range." + word(range));
    }

    String number(Glucose glucose) {
        return units.number(glucose, times.locale());
    }

    /** A number, or the word of a sensor that could not measure. */
    String value(Reading reading) {
        return AlarmWords.of(units, times).value(reading);
    }

    /** Of a gap: its minutes up to two hours, as a nurse would say it. */
    public String span(Duration span) {
        return span.compareTo(IN_MINUTES) < 0 ? texts().get("span.minutes", span.toMinutes()) : times.span(span);
    }

    private static String word(GlucoseRange range) {
        return range.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
