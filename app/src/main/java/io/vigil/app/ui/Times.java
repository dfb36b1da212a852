package io.vigil.app.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments and spans as text, in the station's zone and the screen's language. */
// [impl->req~screen.times-are-the-wards~1]
public record Times(ZoneId zone, Locale locale) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /** {@code 04:05}. */
    public String timeOfDay(Instant moment) {
        return MINUTES.format(moment.atZone(zone));
    }

    /** {@code 03:12:07}. */
    public String timeOfDayToTheSecond(Instant moment) {
        return SECONDS.format(moment.atZone(zone));
    }

    /** {@code Mon 16 May}. */
    public String day(Instant moment) {
        return pattern("day").format(moment.atZone(zone));
    }

    /** {@code 3 Feb 1958}. */
    public String date(LocalDate date) {
        return pattern("date").format(date);
    }

    /** The time of day, with the day before it when that is not today: {@code Sun 15 May 23:50}. */
    public String timeOrDay(Instant moment, Instant now) {
        var sameDay = moment.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return sameDay ? timeOfDay(moment) : day(moment) + " " + timeOfDay(moment);
    }

    /** Since when, in few words: {@code 04:05}, of another day {@code Sun 04:05}, of a week ago or more {@code 8 May}. */
    public String timeOrWeekday(Instant moment, Instant now) {
        var days = ChronoUnit.DAYS.between(
                moment.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
        if (days == 0) {
            return timeOfDay(moment);
        }
        var local = moment.atZone(zone);
        return Math.abs(days) < 7
                ? pattern("weekday").format(local) + " " + timeOfDay(moment)
                : pattern("day-of-month").format(local);
    }

    /** How long: {@code 0 min}, {@code 55 min}, {@code 2 h 23 min}, {@code 3 d 4 h}; begun minutes do not count. */
    public String span(Duration span) {
        var minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) {
            return texts().get("span.minutes", minutes);
        } else if (minutes < 24 * 60) {
            return minutes % 60 == 0
                    ? texts().get("span.hours", minutes / 60)
                    : texts().get("span.hours-minutes", minutes / 60, minutes % 60);
        }
        return texts().get("span.days-hours", minutes / (24 * 60), minutes / 60 % 24);
    }

    /** What a sensor has left: {@code 4.2 d}, under a day {@code 2 h 23 min}. Cut, never rounded up. */
    public String left(Duration span) {
        if (span.toHours() < 24) {
            return span(span);
        }
        return texts().get("span.days", Math.floor(span.toMinutes() / 144.0) / 10);
    }

    /** A countdown: {@code 1:42}; a begun second counts. */
    public String countdown(Duration left) {
        var seconds = Math.max(0, left.plusMillis(999).toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** How the station's clock stands to the world's: {@code UTC−5}, {@code UTC+5:30}. */
    public String offset(Instant moment) {
        var seconds = zone.getRules().getOffset(moment).getTotalSeconds();
        var minutes = Math.abs(seconds) / 60;
        var sign = seconds == 0 ? "±" : seconds < 0 ? "−" : "+";
        return "UTC" + sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":%02d".formatted(minutes % 60));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts().get("pattern." + key), locale);
    }

    private Texts texts() {
        return Texts.of(Times.class, locale);
    }
}
