package io.vigil.glucose;

import static io.vigil.glucose.Glucose.mgPerDl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlucoseTest {

    // [utest->req~reading.tenths-decide~1]
    @Test
    void keeps_the_tenth_that_decides_a_low() {
        assertThat(mgPerDl(69.6).isBelow(mgPerDl(70))).isTrue();
        assertThat(mgPerDl(70).isBelow(mgPerDl(70))).isFalse();
        assertThat(mgPerDl(70.1).isAbove(mgPerDl(70))).isTrue();
        assertThat(mgPerDl(70).isAbove(mgPerDl(70))).isFalse();
    }

    @Test
    void is_read_in_mmol_with_one_decimal() {
        assertThat(mgPerDl(70).mmolPerL()).isEqualTo(3.9);
        assertThat(mgPerDl(54).mmolPerL()).isEqualTo(3.0);
        assertThat(mgPerDl(180).mmolPerL()).isEqualTo(10.0);
        assertThat(mgPerDl(250).mmolPerL()).isEqualTo(13.9);
    }

    @Test
    void is_written_as_on_a_page() {
        assertThat(mgPerDl(54)).hasToString("54");
        assertThat(mgPerDl(54.4)).hasToString("54.4");
    }

    @Test
    void is_ordered_by_how_much_it_is() {
        assertThat(mgPerDl(54)).isLessThan(mgPerDl(54.1)).isGreaterThan(mgPerDl(53.9));
    }

    @Test
    void cannot_be_what_no_blood_holds() {
        assertThat(new Glucose(0).mgPerDl()).isZero();
        assertThat(new Glucose(10_000).mgPerDl()).isEqualTo(1000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Glucose(-1))
                .withMessage("Not a glucose concentration: -0.1 mg/dL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mgPerDl(4000))
                .withMessage("Not a glucose concentration: 4000.0 mg/dL");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                429_496_736,
                1000.1,
                -0.1
            })
    void cannot_be_told_from_what_is_no_number_or_out_of_all_bounds(double amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mgPerDl(amount))
                .withMessage("Not a glucose concentration: " + amount + " mg/dL");
    }
}
