package io.vigil.agent.sensing;

import io.vigil.glucose.Glucose;
import io.vigil.glucose.Reading;
import io.vigil.glucose.Reading.AboveRange;
import io.vigil.glucose.Reading.BelowRange;
import io.vigil.glucose.Reading.Measured;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a file writes its rows. A file tells its layout by its header; a vendor's layout is one more constant here. */
enum RecordingLayout {
    PLAIN("taken_at_local,mg_per_dl") {
        @Override
        Row row(String text) {
            var columns = text.split(",", -1);
            if (columns.length != 2) {
                return new Illegible("2 columns are needed, not " + columns.length + ". Write " + header
                        + ", with a point in decimals and no separator of thousands.");
            }
            return row(columns[0].strip(), columns[1].strip());
        }

        private Row row(String time, String value) {
            LocalDateTime takenAt;
            try {
                takenAt = LocalDateTime.parse(time).truncatedTo(ChronoUnit.SECONDS);
            } catch (DateTimeParseException _) {
                return new Illegible(quoted(time) + " is no time. Write the wearer's clock as 2022-05-16T04:05:35.");
            }
            if (takenAt.isBefore(FIRST_SENSORS)) {
                return new Illegible(takenAt + " is before there were sensors. Correct the time.");
            }
            var at = takenAt.toInstant(ZoneOffset.UTC);
            return switch (value.toUpperCase(Locale.ROOT)) {
                case "LO", "LOW" -> new Legible(new BelowRange(at));
                case "HI", "HIGH" -> new Legible(new AboveRange(at));
                default -> measured(at, value);
            };
        }
    };

    private static final LocalDateTime FIRST_SENSORS = LocalDateTime.of(1999, 1, 1, 0, 0);

    /** What a sensor can say, widely drawn: Dexcom tells 40 to 400 mg/dL, Libre 40 to 500, blood meters 20 to 600. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(20);

    private static final BigDecimal MOST = BigDecimal.valueOf(600);
    /** More than any sensor says in mmol/L, less than any says in mg/dL. */
    private static final BigDecimal MOST_IN_MMOL_PER_L = BigDecimal.valueOf(35);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?");

    final String header;

    RecordingLayout(String header) {
        this.header = header;
    }

    /** What stands in one row. */
    sealed interface Row {}

    record Legible(Reading reading) implements Row {}

    record Illegible(String reason) implements Row {}

    abstract Row row(String text);

    static Optional<RecordingLayout> of(String header) {
        return Arrays.stream(values())
                .filter(layout -> layout.header.equalsIgnoreCase(header.strip()))
                .findFirst();
    }

    static String known() {
        return Arrays.stream(values()).map(layout -> layout.header).collect(Collectors.joining("; "));
    }

    private static Row measured(Instant at, String value) {
        if (!NUMBER.matcher(value).matches()) {
            return new Illegible(quoted(value) + " is no number. Write mg/dL, or LO or HI.");
        }
        var amount = new BigDecimal(value);
        if (amount.compareTo(LEAST) < 0 || amount.compareTo(MOST) > 0) {
            return new Illegible(value + " mg/dL is nothing a sensor can say (20 to 600). "
                    + (amount.signum() > 0 && amount.compareTo(MOST_IN_MMOL_PER_L) < 0
                            ? "If it is mmol/L, convert the file to mg/dL."
                            : "Correct the value or leave the row out."));
        }
        return new Legible(new Measured(at, Glucose.mgPerDl(amount.doubleValue())));
    }

    static String quoted(String text) {
        var printable = text.codePoints()
                .limit(40)
                .mapToObj(point -> Character.isISOControl(point) ? "?" : Character.toString(point))
                .collect(Collectors.joining());
        return "\"" + printable + (text.codePointCount(0, text.length()) > 40 ? "…" : "") + "\"";
    }
}
