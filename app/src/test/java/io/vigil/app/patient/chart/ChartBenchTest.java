package io.vigil.app.patient.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.app.stage.StageTest;
import org.junit.jupiter.api.Test;

/** That the benchmark measures what it says. Its figures are for people to read: no test is timed. */
class ChartBenchTest extends StageTest {

    @Test
    void measures_panning_zooming_and_appending_beside_an_empty_canvas() {
        var frames = 3;
        var figures = onScreen(() -> ChartBench.measure(20_000, frames));

        assertThat(figures)
                .extracting(ChartBench.Figure::name)
                .doesNotHaveDuplicates()
                .hasSize(5);
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.frames()).isEqualTo(frames);
            assertThat(figure.floor()).isPositive();
            assertThat(figure.p50()).isBetween(0.0, figure.p99());
            assertThat(figure.max()).isGreaterThanOrEqualTo(figure.p99());
        });
    }
}
