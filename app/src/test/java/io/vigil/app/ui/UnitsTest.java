package io.vigil.app.ui;

import static io.vigil.app.ui.Units.MG_PER_DL;
import static io.vigil.app.ui.Units.MMOL_PER_L;
import static io.vigil.glucose.Glucose.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.ui.Units.Pair;
import io.vigil.glucose.Glucose;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void numbers_are_written_as_clinicians_write_them() {
        assertThat(MG_PER_DL.number(mgPerDl(105), Locale.ENGLISH)).isEqualTo("105");
        assertThat(MMOL_PER_L.number(mgPerDl(105), Locale.ENGLISH)).isEqualTo("5.8");
        assertThat(MMOL_PER_L.number(mgPerDl(105), Locale.GERMANY)).isEqualTo("5,8");
    }

    @Test
    void a_change_bears_its_sign() {
        assertThat(MG_PER_DL.change(-10, Locale.ENGLISH)).isEqualTo("−10");
        assertThat(MG_PER_DL.change(0.4, Locale.ENGLISH)).isEqualTo("±0");
        assertThat(MG_PER_DL.change(5, Locale.ENGLISH)).isEqualTo("+5");
        assertThat(MMOL_PER_L.change(-14, Locale.GERMANY)).isEqualTo("−0,8");
        assertThat(MMOL_PER_L.change(0.2, Locale.ENGLISH)).isEqualTo("±0");
    }

    /** All that a meter can say, in tenths: a value beyond a limit never reads as the limit itself. */
    // [utest->req~screen.rounding-never-misleads~1]
    @Test
    void beside_its_limit_no_value_looks_like_it() {
        for (var units : Units.values()) {
            for (var limit : new Glucose[] {mgPerDl(54), mgPerDl(70), mgPerDl(180), mgPerDl(250)}) {
                IntStream.rangeClosed(300, 4000)
                        .mapToObj(Glucose::new)
                        .filter(value -> Math.abs(value.mgPerL() - limit.mgPerL()) >= 2)
                        .map(value -> units.beside(value, limit, Locale.ENGLISH))
                        .forEach(pair -> assertThat(pair.value()).isNotEqualTo(pair.limit()));
            }
        }
    }

    @Test
    void a_decimal_more_is_written_only_where_it_tells_something() {
        assertThat(MG_PER_DL.beside(mgPerDl(69.6), mgPerDl(70), Locale.ENGLISH)).isEqualTo(new Pair("69.6", "70"));
        assertThat(MG_PER_DL.beside(mgPerDl(69.4), mgPerDl(70), Locale.ENGLISH)).isEqualTo(new Pair("69", "70"));
        assertThat(MG_PER_DL.beside(mgPerDl(54), mgPerDl(54), Locale.ENGLISH)).isEqualTo(new Pair("54", "54"));
    }
}
