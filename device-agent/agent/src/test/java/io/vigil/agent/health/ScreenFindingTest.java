package io.vigil.agent.health;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alarm.AlarmKind;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ScreenFindingTest {

    private static final Instant NIGHT = Instant.parse("2026-03-01T03:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7); // it may start anywhere
    private final ScreenFinding screens = new ScreenFinding(nanos::get, NIGHT);
    private Instant told = NIGHT;

    // [utest->req~alarm.no-screen~1]
    @Test
    void nobody_watches_for_thirty_seconds_and_it_is_told_since_when() {
        passes(ofSeconds(29));
        assertThat(found(AlarmKind.NO_SCREEN, 0, 0)).isEqualTo(Finding.ABSENT);

        passes(ofSeconds(1));
        assertThat(found(AlarmKind.NO_SCREEN, 0, 0)).isEqualTo(Finding.PRESENT);
        assertThat(screens.look(0, 0, false, told).getFirst().verdict().evidence())
                .isEqualTo(new ByMoment(NIGHT));

        assertThat(found(AlarmKind.NO_SCREEN, 1, 1)).isEqualTo(Finding.ABSENT);
    }

    /** A demo at sixty times the speed: thirty told seconds are half a real one. */
    // [utest->req~alarm.no-screen~1]
    @Test
    void the_told_clock_makes_nobody_s_absence_longer() {
        told = told.plus(Duration.ofHours(8));
        passes(ofSeconds(29));

        assertThat(found(AlarmKind.NO_SCREEN, 0, 0)).isEqualTo(Finding.ABSENT);
    }

    @Test
    void while_a_story_waits_for_its_audience_there_is_nothing_to_be_missed() {
        passes(ofHours(1));
        screens.look(0, 0, true, told);
        passes(ofSeconds(29));
        assertThat(found(AlarmKind.NO_SCREEN, 0, 0)).isEqualTo(Finding.ABSENT);

        passes(ofSeconds(1));
        assertThat(found(AlarmKind.NO_SCREEN, 0, 0)).isEqualTo(Finding.PRESENT);
    }

    // [utest->req~alarm.no-sound~1]
    @Test
    void screens_that_watch_and_cannot_be_heard_are_told_after_ten_seconds() {
        assertThat(found(AlarmKind.NO_SOUND, 2, 0)).isEqualTo(Finding.ABSENT);
        passes(ofSeconds(10));
        assertThat(found(AlarmKind.NO_SOUND, 2, 0)).isEqualTo(Finding.PRESENT);

        assertThat(found(AlarmKind.NO_SOUND, 2, 1)).isEqualTo(Finding.ABSENT);
    }

    // [utest->req~alarm.no-sound~1]
    @Test
    void whether_there_is_sound_is_not_known_when_nobody_watches() {
        passes(ofSeconds(10));
        assertThat(found(AlarmKind.NO_SOUND, 1, 0)).isEqualTo(Finding.PRESENT);

        assertThat(found(AlarmKind.NO_SOUND, 0, 0)).isEqualTo(Finding.UNDETERMINED);
    }

    private Finding found(AlarmKind kind, int watching, int audible) {
        return screens.look(watching, audible, false, told).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow()
                .verdict()
                .finding();
    }

    private void passes(Duration real) {
        nanos.addAndGet(real.toNanos());
    }
}
