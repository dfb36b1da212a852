package io.vigil.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByReading;
import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.Measured;
import io.vigil.policy.Hours;
import io.vigil.policy.PolicyBook;
import io.vigil.policy.PolicyText;
import io.vigil.policy.PolicyWish;
import io.vigil.policy.Setting;
import io.vigil.policy.SettingValue;
import io.vigil.policy.WhatIf;
import io.vigil.ward.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

// [utest->req~policy.what-if~1]
class RehearsalTest {

    private static final PatientId OSEI = new PatientId("bed-07");
    private static final Instant NOON = Instant.parse("2026-01-10T11:00:00Z");

    private final PolicyBook book = PolicyBook.begun(ZoneId.of("Europe/Berlin"), NOON, PolicyText.read(Map.of()));

    @Test
    void tells_what_would_have_rung_under_the_present_and_the_proposed_limit() {
        var readings = every5Minutes(NOON, 100, 78, 76, 100, 68, 66, 100, 100);

        var whatIf = asked(readings, new PolicyWish.Put(Setting.LOW_BELOW, Hours.ALWAYS, SettingValue.mgPerDl(80)));

        assertThat(WhatIf.counts(whatIf.present())).containsEntry(AlarmKind.LOW, 1);
        assertThat(WhatIf.counts(whatIf.proposed())).containsEntry(AlarmKind.LOW, 2);
        assertThat(whatIf.readings()).isEqualTo(8);
        assertThat(lows(whatIf.present())).singleElement().satisfies(low -> {
            assertThat(low.at()).isEqualTo(NOON.plus(Duration.ofMinutes(20)));
            assertThat(low.over()).contains(NOON.plus(Duration.ofMinutes(30)));
            assertThat(low.worst())
                    .isEqualTo(new ByReading(new Measured(NOON.plus(Duration.ofMinutes(25)), Glucose.mgPerDl(66))));
            assertThat(low.limit()).isEqualTo(70);
        });
        assertThat(lows(whatIf.proposed()).getFirst().limit()).isEqualTo(80);
    }

    @Test
    void judges_each_hour_by_what_holds_at_it() {
        var evening = Instant.parse("2026-01-10T20:50:00Z");
        var readings = every5Minutes(evening, 76, 76, 76, 76);

        var whatIf = asked(readings, new PolicyWish.Put(Setting.LOW_BELOW, Hours.AT_NIGHT, SettingValue.mgPerDl(80)));

        assertThat(lows(whatIf.present())).isEmpty();
        assertThat(lows(whatIf.proposed())).singleElement().satisfies(low -> {
            assertThat(low.at()).isEqualTo(Instant.parse("2026-01-10T21:00:00Z"));
            assertThat(low.over()).isEmpty();
        });
    }

    @Test
    void tells_two_weeks_of_readings_a_minute_apart() {
        var readings = new ArrayList<Reading>();
        for (var minute = 0; minute < 14 * 24 * 60; minute++) {
            var glucose = 120 + 60 * Math.sin(minute / 200.0) + minute % 3;
            readings.add(new Measured(NOON.plus(Duration.ofMinutes(minute)), Glucose.mgPerDl(glucose)));
        }

        var whatIf = asked(readings, new PolicyWish.Put(Setting.LOW_BELOW, Hours.ALWAYS, SettingValue.mgPerDl(80)));

        assertThat(whatIf.readings()).isEqualTo(20_160);
        assertThat(WhatIf.counts(whatIf.present()).get(AlarmKind.LOW)).isPositive();
        assertThat(WhatIf.counts(whatIf.proposed()).get(AlarmKind.LOW))
                .isGreaterThanOrEqualTo(WhatIf.counts(whatIf.present()).get(AlarmKind.LOW));
    }

    @Test
    void is_silent_where_nothing_was_read() {
        var whatIf = asked(List.of(), new PolicyWish.FollowWard());

        assertThat(whatIf.present()).isEmpty();
        assertThat(whatIf.proposed()).isEmpty();
    }

    private WhatIf asked(List<Reading> readings, PolicyWish wish) {
        return Rehearsal.of(
                OSEI,
                readings,
                NOON.minus(Duration.ofDays(14)),
                NOON,
                book.hours(OSEI),
                book.imagined(OSEI, List.of(wish), NOON).hours(OSEI));
    }

    private static List<WhatIf.Rung> lows(List<WhatIf.Rung> rung) {
        return rung.stream().filter(alarm -> alarm.kind() == AlarmKind.LOW).toList();
    }

    private static List<Reading> every5Minutes(Instant from, int... mgPerDl) {
        var readings = new ArrayList<Reading>();
        for (var next = 0; next < mgPerDl.length; next++) {
            readings.add(new Measured(from.plus(Duration.ofMinutes(5L * next)), Glucose.mgPerDl(mgPerDl[next])));
        }
        return readings;
    }
}
