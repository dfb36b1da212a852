package io.vigil.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.agent.health.LifeSign.Last;
import io.vigil.alarm.Evidence.ByMoment;
import io.vigil.alarm.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~alarm.agent-lost~1]
class AbsenceFindingTest {

    private static final Instant TOLD = Instant.parse("2022-05-16T02:00:00Z");
    private static final Instant WALL = Instant.parse("2026-03-01T03:00:00Z");

    @TempDir
    private Path data;

    @Test
    void the_first_agent_on_a_folder_was_never_away() {
        assertThat(LifeSign.read(LifeSign.in(data))).isEqualTo(new Last.Never());
        assertThat(finding(new Last.Never(), WALL)).isEqualTo(Finding.ABSENT);
    }

    @Test
    void a_short_break_in_order_is_none() {
        assertThat(finding(lived(true), WALL.plusSeconds(30))).isEqualTo(Finding.ABSENT);
        assertThat(finding(lived(true), WALL.plusSeconds(31))).isEqualTo(Finding.PRESENT);
    }

    @Test
    void an_end_without_a_word_is_told_however_short_it_was() {
        assertThat(finding(lived(false), WALL.plusMillis(1))).isEqualTo(Finding.PRESENT);
    }

    @Test
    void it_is_told_since_when_by_the_told_clock_and_once() {
        var found = AbsenceFinding.atStart(lived(false), WALL.plusSeconds(90));

        assertThat(found.verdict().evidence()).isEqualTo(new ByMoment(TOLD));
        assertThat(AbsenceFinding.back(found).verdict().finding()).isEqualTo(Finding.ABSENT);
    }

    @Test
    void a_clock_that_went_back_meanwhile_makes_no_absence_short() {
        assertThat(finding(lived(true), WALL.minus(Duration.ofDays(365)))).isEqualTo(Finding.PRESENT);
    }

    @Test
    void a_sign_that_cannot_be_read_is_an_absence() throws IOException {
        Files.writeString(LifeSign.in(data), "yesterday");

        assertThat(finding(LifeSign.read(LifeSign.in(data)), WALL)).isEqualTo(Finding.PRESENT);
    }

    @Test
    void the_file_tells_the_next_agent_how_the_last_one_ended() {
        var sign = LifeSign.begin(LifeSign.in(data), () -> TOLD, () -> WALL);
        assertThat(LifeSign.read(LifeSign.in(data))).isEqualTo(lived(false));

        sign.close();

        assertThat(LifeSign.read(LifeSign.in(data))).isEqualTo(lived(true));
    }

    private static Last lived(boolean ended) {
        return new Last.Lived(TOLD, WALL, ended);
    }

    private static Finding finding(Last last, Instant wall) {
        return AbsenceFinding.atStart(last, wall).verdict().finding();
    }
}
