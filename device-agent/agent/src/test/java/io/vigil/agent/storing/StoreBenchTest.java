package io.vigil.agent.storing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmarks measure at all. How fast this machine is, is none of a test's business. */
class StoreBenchTest {

    @TempDir
    Path scratch;

    @Test
    void every_benchmark_comes_with_figures_in_order() throws IOException {
        var bench = new StoreBench(scratch);

        assertThat(List.of(
                        bench.bytesAReading(12, 300),
                        bench.open(5_000, 2),
                        bench.ninetyDays(2),
                        bench.ingestBatches(20),
                        bench.ingestSingle(200)))
                .allSatisfy(figure -> {
                    assertThat(figure.p50()).isPositive();
                    assertThat(figure.p99()).isBetween(figure.p50(), figure.max());
                    assertThat(figure.n()).isPositive();
                });
    }
}
