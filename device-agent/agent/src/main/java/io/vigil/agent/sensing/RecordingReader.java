package io.vigil.agent.sensing;

import io.vigil.agent.sensing.RecordingLayout.Illegible;
import io.vigil.agent.sensing.RecordingLayout.Legible;
import io.vigil.glucose.Reading;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads one file into a {@link Recording}: first each row by itself, then the rows as a sequence in time. */
final class RecordingReader {

    /** How far a row may lie ahead of the reader's clock: two clocks never agree to the second. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    /** Far longer than any row. What is longer is not text, and must not fill the memory. */
    private static final int LONGEST_LINE = 1_000;

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final String name;
    private final LocalDateTime now;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private int line;

    RecordingReader(Path file, LocalDateTime now) {
        this.file = file;
        this.name = String.valueOf(file.getFileName());
        this.now = now;
    }

    private record Row(int line, Reading reading) {
        LocalDateTime takenAt() {
            return LocalDateTime.ofInstant(reading.at(), ZoneOffset.UTC);
        }
    }

    // [impl->req~input.refused-with-reason~1]
    Recording read() {
        try (var text = new BufferedReader(new InputStreamReader(unpacked(), StandardCharsets.UTF_8))) {
            readRows(layout(text), text);
        } catch (IOException e) {
            throw new SensingFailed(
                    name + " cannot be read: " + reason(e) + ". Name a CSV file, plain or gzip, that exists.", e);
        }
        var readings = inOrder();
        refusals.sort(Comparator.comparingInt(Refusal::line));
        return new Recording(name, readings, refusals);
    }

    private InputStream unpacked() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        var magic = bytes.read() << 8 | bytes.read();
        bytes.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
    }

    private RecordingLayout layout(BufferedReader text) throws IOException {
        var header = nextLine(text).orElse("");
        if (!header.isEmpty() && header.charAt(0) == BYTE_ORDER_MARK) {
            header = header.substring(1);
        }
        var found = header;
        return RecordingLayout.of(header)
                .orElseThrow(() -> new SensingFailed(name + " line 1: the layout is not known: "
                        + RecordingLayout.quoted(found) + ". Nothing was taken. The first line must be "
                        + RecordingLayout.known() + "."));
    }

    private void readRows(RecordingLayout layout, BufferedReader text) {
        try {
            for (var next = nextLine(text); next.isPresent(); next = nextLine(text)) {
                var row = next.get();
                if (!row.isBlank()) {
                    readRow(layout, row);
                }
            }
        } catch (IOException e) {
            line++;
            refuse("the file breaks off here (" + reason(e) + "). The rows before were taken; fetch the file again.");
        }
    }

    private void readRow(RecordingLayout layout, String text) {
        if (text.length() > LONGEST_LINE) {
            refuse("the line is longer than any row. Leave it out.");
            return;
        }
        switch (layout.row(text)) {
            case Illegible(var reason) -> refuse(reason);
            case Legible(var reading) -> {
                var row = new Row(line, reading);
                if (row.takenAt().minus(CLOCKS_DIFFER_BY).isAfter(now)) {
                    refuse(row.takenAt() + " is in the future: it is now " + now.withNano(0)
                            + ". Set the clock that wrote the file, or correct the time.");
                } else {
                    rows.add(row);
                }
            }
        }
    }

    private List<Reading> inOrder() {
        var kept = TimeOrder.kept(rows.stream()
                .mapToLong(row -> row.reading().at().getEpochSecond())
                .toArray());
        var readings = new ArrayList<Reading>(kept.cardinality());
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (kept.get(i)) {
                readings.add(row.reading());
            } else {
                var before = kept.previousSetBit(i);
                refusals.add(new Refusal(
                        name,
                        row.line(),
                        before >= 0 && !row.takenAt().isAfter(rows.get(before).takenAt())
                                ? notAfter(rows.get(before), row)
                                : ahead(rows.get(kept.nextSetBit(i)), row)));
            }
        }
        return readings;
    }

    private static String notAfter(Row before, Row row) {
        return row.takenAt().equals(before.takenAt())
                ? "the time " + row.takenAt() + " repeats line " + before.line() + ". Leave one of the two out."
                : "the time goes back to " + row.takenAt() + " after " + before.takenAt() + " in line " + before.line()
                        + ". Sort the rows by time.";
    }

    private static String ahead(Row after, Row row) {
        return "the time " + row.takenAt() + " is not before " + after.takenAt() + " in line " + after.line()
                + ". Correct the time or sort the rows.";
    }

    private void refuse(String reason) {
        refusals.add(new Refusal(name, line, reason));
    }

    /** The next line, cut where it is longer than any row. */
    private Optional<String> nextLine(BufferedReader text) throws IOException {
        var next = text.read();
        if (next < 0) {
            return Optional.empty();
        }
        line++;
        var row = new StringBuilder();
        while (next >= 0 && next != '\n' && next != '\r') {
            if (row.length() <= LONGEST_LINE) {
                row.append((char) next);
            }
            next = text.read();
        }
        if (next == '\r') {
            text.mark(1);
            if (text.read() != '\n') {
                text.reset();
            }
        }
        return Optional.of(row.toString());
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " " + e.getMessage());
    }
}
