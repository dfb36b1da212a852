package io.vigil.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The told clock, on a wall and a monotonic clock that are moved by hand. */
class ToldClockTest {

    private static final Instant WALL = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant STORY = Instant.parse("2022-05-16T02:00:00Z");

    @TempDir
    private Path data;

    private Instant wall = WALL;
    private final AtomicLong nanos = new AtomicLong(-77);

    @Test
    void stands_until_it_is_started() {
        var clock = onThePresent(1);

        passes(Duration.ofHours(3));

        assertThat(clock.instant()).isEqualTo(WALL);
        assertThat(clock.speedNow()).isZero();
    }

    @Test
    void starts_at_the_present_however_long_it_stood() {
        var clock = onThePresent(1);
        passes(Duration.ofHours(3));

        clock.start(() -> wall);
        passes(Duration.ofSeconds(7));

        assertThat(clock.instant()).isEqualTo(WALL.plus(Duration.ofHours(3)).plusSeconds(7));
        assertThat(clock.speedNow()).isEqualTo(1);
    }

    @Test
    void runs_on_when_the_wall_clock_is_set_back_or_forward() {
        var clock = onThePresent(1);
        clock.start(() -> wall);

        wall = WALL.minus(Duration.ofDays(400));
        nanos.addAndGet(1_000_000_000);
        assertThat(clock.instant()).isEqualTo(WALL.plusSeconds(1));

        wall = WALL.plus(Duration.ofDays(400));
        nanos.addAndGet(1_000_000_000);
        assertThat(clock.instant()).isEqualTo(WALL.plusSeconds(2));
    }

    // [utest->req~alarm.clock-jumped~1]
    @Test
    void goes_where_the_wall_has_jumped_forward_or_back_by_seconds_or_a_year_and_says_how_far() {
        for (var jump : List.of(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(365))) {
            for (var jumped : List.of(jump, jump.negated())) {
                wall = WALL;
                var clock = onThePresent(1);
                clock.start(() -> wall);
                wall = wall.plus(jumped);

                assertThat(clock.follow(() -> wall)).contains(jumped);
                assertThat(clock.instant()).isEqualTo(wall);
                assertThat(clock.follow(() -> wall)).isEmpty();
            }
        }
    }

    @Test
    void leans_towards_a_wall_that_is_a_little_ahead_and_never_goes_back_for_one_that_is_behind() {
        for (var off : List.of(Duration.ofMillis(300), Duration.ofMillis(-300))) {
            wall = WALL;
            var clock = onThePresent(1);
            clock.start(() -> wall);
            wall = wall.plus(off);

            var before = clock.instant();
            for (var second = 0; second < 1_200; second++) {
                assertThat(clock.follow(() -> wall)).isEmpty();
                passes(Duration.ofSeconds(1));
                assertThat(Duration.between(before, clock.instant()))
                        .isBetween(Duration.ofMillis(999), Duration.ofMillis(1_001));
                before = clock.instant();
            }

            assertThat(Duration.between(clock.instant(), wall).abs()).isLessThan(Duration.ofMillis(5));
        }
    }

    @Test
    void a_story_takes_nothing_from_the_wall() {
        var clock = onAStory(60);
        clock.beginStory(() -> wall, data);

        wall = WALL.plus(Duration.ofHours(1));

        assertThat(clock.follow(() -> wall)).isEmpty();
        assertThat(clock.instant()).isEqualTo(STORY);
    }

    @Test
    void tells_a_night_faster_than_it_was() {
        var clock = onAStory(60);

        clock.beginStory(() -> wall, data);
        passes(Duration.ofSeconds(6));

        assertThat(clock.instant()).isEqualTo(STORY.plus(Duration.ofMinutes(6)));
        assertThat(clock.speed()).isEqualTo(60);
    }

    @Test
    void is_as_fine_as_store_and_wire_and_no_finer() {
        var clock = onThePresent(1);
        clock.start(() -> wall);

        nanos.addAndGet(1_999);

        assertThat(clock.instant()).isEqualTo(WALL.plusNanos(1_000));
    }

    @Test
    void a_story_that_was_never_begun_is_not_taken_up() {
        var clock = onAStory(60);

        assertThat(clock.resumeStory(() -> wall, data)).isFalse();
        passes(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(STORY);
        assertThat(clock.speedNow()).isZero();
    }

    @Test
    void after_a_restart_a_story_is_where_it_would_be_without_one() {
        onAStory(60).beginStory(() -> wall, data);
        passes(Duration.ofSeconds(30));

        var again = onAStory(60);
        assertThat(again.resumeStory(() -> wall, data)).isTrue();
        assertThat(again.instant()).isEqualTo(STORY.plus(Duration.ofMinutes(30)));

        passes(Duration.ofSeconds(1));
        assertThat(again.instant()).isEqualTo(STORY.plus(Duration.ofMinutes(31)));
    }

    @Test
    void a_wall_that_was_set_back_over_the_beginning_takes_a_story_up_where_it_began() {
        onAStory(60).beginStory(() -> wall, data);
        wall = WALL.minus(Duration.ofDays(1));

        var again = onAStory(60);

        assertThat(again.resumeStory(() -> wall, data)).isTrue();
        assertThat(again.instant()).isEqualTo(STORY);
    }

    @Test
    void a_note_that_cannot_be_read_stops_the_start_and_says_what_to_do() throws IOException {
        Files.writeString(data.resolve("story-told-from"), "yesterday");

        assertThatThrownBy(() -> onAStory(60).resumeStory(() -> wall, data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("story-told-from")
                .hasMessageContaining("Remove it to begin anew.");
    }

    private ToldClock onThePresent(double speed) {
        return ToldClock.of(new AgentSettings.Clock(speed, Optional.empty()), () -> wall, nanos::get);
    }

    private ToldClock onAStory(double speed) {
        return ToldClock.of(new AgentSettings.Clock(speed, Optional.of(STORY)), () -> wall, nanos::get);
    }

    private void passes(Duration time) {
        wall = wall.plus(time);
        nanos.addAndGet(time.toNanos());
    }
}
