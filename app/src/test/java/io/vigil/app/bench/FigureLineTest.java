package io.vigil.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class FigureLineTest {

    private static final Machine MACHINE = new Machine("2 x a processor");

    @Test
    void a_figure_becomes_one_object_with_its_ratio_and_the_machine() {
        var figure = Figure.of("start-app", "ms", new double[] {700, 900, 800}, 100);

        var line = JsonParser.parseString(FigureLine.of(figure, MACHINE)).getAsJsonObject();

        assertThat(line.keySet())
                .containsExactly("name", "unit", "n", "p50", "p99", "max", "floor", "ratio", "machine");
        assertThat(line.get("n").getAsInt()).isEqualTo(3);
        assertThat(line.get("p50").getAsDouble()).isEqualTo(800);
        assertThat(line.get("p99").getAsDouble()).isEqualTo(900);
        assertThat(line.get("ratio").getAsDouble()).isEqualTo(8);
        assertThat(line.get("machine").getAsString()).isEqualTo("2 x a processor");
    }

    @Test
    void what_has_no_floor_has_no_ratio_either() {
        var figure = Figure.of("store-bytes", "B", new double[] {2.5}, Double.NaN);

        var line = JsonParser.parseString(FigureLine.of(figure, MACHINE)).getAsJsonObject();

        assertThat(line.get("floor").isJsonNull()).isTrue();
        assertThat(line.get("ratio").isJsonNull()).isTrue();
    }

    @Test
    void the_agents_line_is_read_with_a_floor_and_without() {
        var line =
                "{\"name\":\"ingest-single\",\"unit\":\"readings/s\",\"n\":10,\"p50\":2,\"p99\":3,\"max\":4,\"floor\":";

        assertThat(FigureLine.read(line + "1}")).isEqualTo(new Figure("ingest-single", "readings/s", 10, 2, 3, 4, 1));
        assertThat(FigureLine.read(line + "null}").floor()).isNaN();
    }

    @Test
    void what_the_agent_tells_beside_a_figure_comes_after_the_machine() {
        var said =
                "{\"name\":\"forecast\",\"unit\":\"min\",\"n\":0,\"p50\":null,\"p99\":null,\"max\":null,\"floor\":null,"
                        + "\"beside\":{\"sensitivity\":96.5,\"lead_from\":null}}";

        var line = JsonParser.parseString(FigureLine.of(FigureLine.read(said), MACHINE))
                .getAsJsonObject();

        assertThat(line.keySet()).endsWith("machine", "sensitivity", "lead_from");
        assertThat(line.get("sensitivity").getAsDouble()).isEqualTo(96.5);
        assertThat(line.get("lead_from").isJsonNull()).isTrue();
        assertThat(line.get("p50").isJsonNull()).isTrue();
    }
}
