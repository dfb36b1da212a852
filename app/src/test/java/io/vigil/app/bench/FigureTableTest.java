package io.vigil.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTableTest {

    @Test
    void a_row_says_what_must_be_reached_in_the_column_of_its_head() {
        var row = FigureTable.row(new Figure("store-90-days", "ms", 50, 12.34, 20, 1_234.5, 0.5));

        assertThat(row.indexOf("≤ 25")).isEqualTo(FigureTable.head().indexOf("must reach"));
        assertThat(row.split(" +")).startsWith("store-90-days", "ms", "50", "12.3", "20.0", "1,235", "0.50", "24.7");
    }

    @Test
    void what_is_not_known_is_a_dash() {
        assertThat(FigureTable.row(new Figure("other", "B", 1, 1, 1, 1, Double.NaN)))
                .endsWith(" -       -");
    }

    @Test
    void every_benchmark_is_found_by_its_word_and_no_other() {
        for (var each : Benchmark.values()) {
            assertThat(Benchmark.of(each.word())).contains(each);
        }
        assertThat(Benchmark.of("alarm_latency")).isEmpty();
    }
}
