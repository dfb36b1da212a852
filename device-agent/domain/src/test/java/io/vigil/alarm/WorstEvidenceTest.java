package io.vigil.alarm;

import static io.vigil.alarm.AlarmKind.CLOCK_JUMPED;
import static io.vigil.alarm.AlarmKind.FALLING_FAST;
import static io.vigil.alarm.AlarmKind.IMPLAUSIBLE_JUMP;
import static io.vigil.alarm.AlarmKind.LOW;
import static io.vigil.alarm.AlarmKind.RISING_FAST;
import static io.vigil.alarm.AlarmKind.URGENT_LOW_SOON;
import static io.vigil.glucose.Readings.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.Evidence.ByAmount;
import io.vigil.alarm.Evidence.ByForecast;
import io.vigil.alarm.Evidence.ByRate;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.GlucoseRate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An alarm shows the worst it was ever told, beside its limit. */
class WorstEvidenceTest {

    @Test
    void of_a_fall_the_faster_is_worse() {
        assertThat(FALLING_FAST.worse(rate(-3), rate(-4))).isEqualTo(rate(-4));
        assertThat(FALLING_FAST.worse(rate(-4), rate(-3))).isEqualTo(rate(-4));
    }

    @Test
    void of_a_rise_the_faster_is_worse() {
        assertThat(RISING_FAST.worse(rate(3), rate(4))).isEqualTo(rate(4));
        assertThat(RISING_FAST.worse(rate(4), rate(3))).isEqualTo(rate(4));
    }

    @Test
    void of_two_that_are_as_bad_the_first_is_shown() {
        var first = new ByRate(reading(0, 100), new GlucoseRate(-3));
        var second = new ByRate(reading(5, 90), new GlucoseRate(-3));

        assertThat(FALLING_FAST.worse(first, second)).isEqualTo(first);
        assertThat(RISING_FAST.worse(first, second)).isEqualTo(first);
        assertThat(URGENT_LOW_SOON.worse(forecast(0, 60), forecast(5, 60))).isEqualTo(forecast(0, 60));
    }

    @Test
    void of_what_is_likely_the_likelier_is_worse() {
        assertThat(URGENT_LOW_SOON.worse(forecast(0, 60), forecast(5, 61))).isEqualTo(forecast(5, 61));
        assertThat(URGENT_LOW_SOON.worse(forecast(0, 61), forecast(5, 60))).isEqualTo(forecast(0, 61));
    }

    @Test
    void evidence_of_another_sort_takes_nothing_s_place() {
        var low = new ByReading(reading(0, 60));

        assertThat(LOW.worse(low, rate(-9))).isEqualTo(low);
        assertThat(LOW.worse(low, forecast(5, 99))).isEqualTo(low);
        assertThat(FALLING_FAST.worse(rate(-3), new ByReading(reading(5, 40)))).isEqualTo(rate(-3));
        assertThat(IMPLAUSIBLE_JUMP.worse(rate(9), rate(12))).isEqualTo(rate(9));
        assertThat(CLOCK_JUMPED.worse(new ByAmount(60), new ByAmount(90))).isEqualTo(new ByAmount(60));
    }

    @Test
    void each_kind_says_what_it_is_about_and_what_its_limit_is_counted_in() {
        assertThat(LOW.matter()).isEqualTo(AlarmKind.Matter.FALL);
        assertThat(RISING_FAST.matter()).isEqualTo(AlarmKind.Matter.RISE);
        assertThat(LOW.limitUnit()).isEqualTo(LimitUnit.MG_PER_DL);
        assertThat(CLOCK_JUMPED.limitUnit()).isEqualTo(LimitUnit.SECONDS);
    }

    private static Evidence rate(double mgPerDlPerMinute) {
        return new ByRate(reading(0, 100), new GlucoseRate(mgPerDlPerMinute));
    }

    private static Evidence forecast(int minute, int percent) {
        return new ByForecast(reading(minute, 80), Glucose.mgPerDl(50), percent, Duration.ofMinutes(20));
    }
}
