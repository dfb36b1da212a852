package io.vigil.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The benchmarks there are, in the order in which they run, and what the floor of each is. */
public enum Benchmark {
    ALARM_LATENCY(
            "an empty question to the agent and back over the same link (told), and the next frame; before the load"),
    INGEST("one append and force of this disk for each batch, and for each single reading"),
    STORE("zlib's best of bare values and times; one reading of the files from the cache"),
    START("a Java process that says its version and ends"),
    CHART("the same frame with next to nothing on it"),
    FORECAST("the median lead, or the error, of a straight line");

    private final String floor;

    Benchmark(String floor) {
        this.floor = floor;
    }

    /** As it is called on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the floor of its figures is, in words. */
    public String floor() {
        return floor;
    }

    public static Optional<Benchmark> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
