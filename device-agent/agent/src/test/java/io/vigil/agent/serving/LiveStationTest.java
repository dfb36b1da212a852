package io.vigil.agent.serving;

import static io.vigil.agent.serving.TestStation.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.agent.serving.LiveStation.Health;
import io.vigil.contract.ScreenBeat;
import io.vigil.contract.StationFacts;
import io.vigil.glucose.KeptReading;
import io.vigil.journal.NumberedEvent;
import io.vigil.journal.WardEvent;
import io.vigil.ward.PatientId;
import io.vigil.ward.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveStationTest {

    private static final Health WELL = new Health(true, "", 80, 1, 1, "");

    private final AtomicLong nanos = new AtomicLong();
    private final LiveStation station = new LiveStation(
            new StationFacts("st-01", "Ward", "Station", ZoneOffset.UTC, "1.0.0"),
            () -> NIGHT,
            () -> 1,
            new ThreeEventsKept(),
            nanos::get);

    // [utest->req~station.hang-is-noticed~1]
    @Test
    void does_not_look_alive_while_the_cycle_stands_still() {
        station.turned(WELL);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(station.beat()).isPresent();

        nanos.addAndGet(1);
        assertThat(station.beat()).isEmpty();

        station.turned(WELL);
        assertThat(station.beat()).isPresent();
    }

    @Test
    void hands_out_events_of_the_store_and_of_memory_without_a_seam() {
        station.happened(event(4));
        station.happened(event(5));

        assertThat(numbersAfter(0)).containsExactly(1L, 2L, 3L);
        assertThat(numbersAfter(3)).containsExactly(4L, 5L);
        assertThat(numbersAfter(4)).containsExactly(5L);
        assertThat(numbersAfter(5)).isEmpty();
    }

    @Test
    void an_event_that_is_told_twice_happened_once() {
        station.happened(event(4));
        station.happened(event(4));

        assertThat(numbersAfter(3)).containsExactly(4L);
    }

    // [utest->req~alarm.no-screen~1]
    @Test
    void a_screen_that_falls_silent_watches_no_more() {
        var screens = new Screens(nanos::get);
        screens.heard("a connection", new ScreenBeat("screen-1", Set.of(), true));
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(screens.watching()).hasSize(1);

        nanos.addAndGet(1);
        assertThat(screens.watching()).isEmpty();
        assertThat(screens.canBeHeard()).isFalse();
    }

    private List<Long> numbersAfter(long seq) {
        return station.eventsAfter(seq, 100).stream().map(NumberedEvent::seq).toList();
    }

    private static NumberedEvent event(long seq) {
        return new NumberedEvent(seq, NIGHT, new WardEvent.Refused("event", "" + seq));
    }

    /** A store as it stood when the station started. */
    private static final class ThreeEventsKept implements Chronicle {

        @Override
        public List<NumberedEvent> eventsAfter(long seq, int atMost) {
            return LongStream.rangeClosed(seq + 1, 3)
                    .mapToObj(LiveStationTest::event)
                    .toList();
        }

        @Override
        public long newestSeq() {
            return 3;
        }

        @Override
        public List<KeptReading> readings(PatientId patient, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<NumberedEvent> events(Subject subject, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<NumberedEvent> events(Instant from, Instant to) {
            return List.of();
        }

        @Override
        public long freeInBytes() {
            return 0;
        }

        @Override
        public long readingCount() {
            return 0;
        }

        @Override
        public long sizeInBytes() {
            return 0;
        }
    }
}
