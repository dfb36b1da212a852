package io.vigil.app.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.ward.WardLayout.Slot;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the tiles lie. A window of 1920×1080 leaves the grid 1784×800 under an alarm's banner. */
class WardLayoutTest {

    private static final double WIDTH = 1784;
    private static final double HEIGHT = 800;

    @ParameterizedTest
    @CsvSource({
        "1, PAIR",
        "2, PAIR",
        "3, FEW",
        "6, FEW",
        "7, WARD",
        "12, WARD",
        "13, FULL",
        "20, FULL",
        "21, DESK",
        "35, DESK",
        "36, CROWD",
        "80, CROWD",
        "300, CROWD"
    })
    void a_ward_that_fills_gives_each_patient_the_largest_tile_that_fits(int patients, Density density) {
        var layout = WardLayout.of(patients, 0, WIDTH, HEIGHT);

        assertThat(layout.pinned()).isEmpty();
        assertThat(layout.scrolled()).hasSize(patients).allMatch(slot -> slot.density() == density);
    }

    @Test
    void twelve_patients_lie_as_drawn() {
        var slots = WardLayout.of(12, 4, WIDTH, HEIGHT).scrolled();

        assertThat(slots.getFirst()).isEqualTo(new Slot(0, 0, 434, 256, Density.WARD));
        assertThat(slots.getLast()).isEqualTo(new Slot(1350, 544, 434, 256, Density.WARD));
    }

    @Test
    void only_the_smallest_tiles_scroll() {
        IntStream.rangeClosed(1, 80)
                .mapToObj(patients -> WardLayout.of(patients, 0, WIDTH, HEIGHT))
                .forEach(layout -> assertThat(layout.height()).isLessThanOrEqualTo(HEIGHT));

        assertThat(WardLayout.of(300, 0, WIDTH, HEIGHT).height()).isGreaterThan(HEIGHT);
    }

    @Test
    void no_alarm_is_smaller_than_can_be_read_in_passing() {
        for (var patients = 1; patients <= 300; patients++) {
            for (var alarmed = 1; alarmed <= patients; alarmed++) {
                var layout = WardLayout.of(patients, alarmed, WIDTH, HEIGHT);

                assertThat(inOrder(layout).limit(alarmed))
                        .as("%d alarms among %d patients", alarmed, patients)
                        .allMatch(slot -> slot.width() >= 240 && slot.height() >= 144);
            }
        }
    }

    // [utest->req~screen.nobody-is-out-of-sight~1]
    @Test
    void alarms_stay_on_top_of_a_crowd() {
        var layout = WardLayout.of(60, 4, WIDTH, HEIGHT);

        assertThat(layout.pinned()).hasSize(4).allMatch(slot -> slot.density() == Density.DESK);
        assertThat(layout.scrolled()).hasSize(56).allMatch(slot -> slot.density() == Density.CROWD);
        assertThat(layout.pinnedHeight()).isEqualTo(160);
    }

    @Test
    void more_alarms_than_the_window_holds_are_scrolled_with_the_rest_and_come_first() {
        var layout = WardLayout.of(300, 60, WIDTH, HEIGHT);

        assertThat(layout.pinned()).isEmpty();
        assertThat(layout.scrolled()).hasSize(300);
        assertThat(layout.scrolled().get(59).density()).isEqualTo(Density.DESK);
        assertThat(layout.scrolled().get(60).y())
                .isGreaterThan(layout.scrolled().get(59).y());
    }

    @Test
    void tiles_never_overlap_and_never_leave_the_window() {
        for (var patients : new int[] {1, 4, 12, 20, 35, 60, 300}) {
            for (var width : new double[] {600, 1144, WIDTH, 2424}) {
                var slots = WardLayout.of(patients, 0, width, 440).scrolled();

                assertThat(slots).allMatch(slot -> slot.x() >= 0 && slot.x() + slot.width() <= width + 0.5);
                for (var i = 1; i < slots.size(); i++) {
                    var before = slots.get(i - 1);
                    var slot = slots.get(i);
                    assertThat(slot.x() >= before.x() + before.width() + 15 || slot.y() >= before.y() + before.height())
                            .as("tiles %d and %d of %d at %s", i - 1, i, patients, width)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void a_wider_screen_shows_more_columns() {
        assertThat(WardLayout.of(60, 0, 2 * WIDTH + 16, 2000).scrolled().stream()
                        .filter(slot -> slot.y() == 0))
                .hasSizeGreaterThan(7);
    }

    private static Stream<Slot> inOrder(WardLayout layout) {
        return Stream.concat(layout.pinned().stream(), layout.scrolled().stream());
    }
}
