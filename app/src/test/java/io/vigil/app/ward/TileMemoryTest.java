package io.vigil.app.ward;

import static io.vigil.app.ward.NightWard.ENGLISH;
import static io.vigil.app.ward.NightWard.GERMAN;
import static io.vigil.app.ward.NightWard.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.agentlink.StationView.Contact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tiles are kept, and never longer than they are true. */
class TileMemoryTest {

    private final TileMemory memory = new TileMemory();

    @Test
    void a_reading_makes_one_tile_anew_and_keeps_the_others() {
        var before = memory.tiles(NightWard.asDrawn(), NOW, ENGLISH);
        var patients = new ArrayList<>(NightWard.twelve());
        patients.set(0, NightWard.withReadings(patients.getFirst(), NightWard.line(0, 159, 165)));

        var after = memory.tiles(NightWard.station(patients, NightWard.alarms(), NightWard.IN_CONTACT), NOW, ENGLISH);

        assertThat(IntStream.range(0, 12).filter(i -> isAnother(before.get(i), after.get(i))))
                .containsExactly(0);
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the same one is the very question
    private static boolean isAnother(TileState before, TileState after) {
        return before != after;
    }

    @Test
    void an_alarm_an_answer_another_language_and_the_agents_loss_show_at_once() {
        var drawn = memory.tiles(NightWard.asDrawn(), NOW, ENGLISH);

        var calm = memory.tiles(NightWard.station(NightWard.twelve(), List.of(), NightWard.IN_CONTACT), NOW, ENGLISH);
        assertThat(calm.get(6)).isNotEqualTo(drawn.get(6));

        assertThat(memory.tiles(NightWard.asDrawn(), NOW, GERMAN).get(6)).isNotEqualTo(drawn.get(6));

        var lost = new Contact.Lost(NOW, 1);
        assertThat(memory.tiles(NightWard.station(NightWard.twelve(), NightWard.alarms(), lost), NOW, ENGLISH))
                .allMatch(tile -> tile.tone() == Tone.UNKNOWN);
    }

    @Test
    void no_value_ever_looks_younger_than_it_is() {
        var station = NightWard.asDrawn();
        var limit = NightWard.LIMITS.signalLostAfter();
        for (var second = 0; second < 30 * 60; second++) {
            var now = NOW.plusSeconds(second);

            var tiles = memory.tiles(station, now, ENGLISH);

            for (var i = 0; i < tiles.size(); i++) {
                var newest = station.patients().get(i).recent().latest().orElseThrow();
                if (Duration.between(newest.at(), now).compareTo(limit) >= 0) {
                    assertThat(tiles.get(i).value()).isInstanceOf(TileValue.Silence.class);
                }
            }
        }
    }

    @Test
    void forgets_who_has_left() {
        memory.tiles(NightWard.asDrawn(), NOW, ENGLISH);

        var eleven = NightWard.station(NightWard.twelve().subList(0, 11), List.of(), NightWard.IN_CONTACT);

        assertThat(memory.tiles(eleven, NOW, ENGLISH)).hasSize(11);
    }
}
