package org.watchfloor.ui.quiet;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Times as people type them, and as they are shown to be typed over. Pure functions. */
final class WhenText {
    static final String EXAMPLE = "write such as 2026-03-28 22:00, or 22:00 for the next time it is ten";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private WhenText() {}

    /** A local date and time, or a time of day, which is the next one; empty if it is neither. */
    static Optional<Instant> parse(String text, ZoneId zone, Instant now) {
        String written = text.strip();
        try {
            return Optional.of(
                    written.length() <= 5
                            ? next(LocalTime.parse(written), now.atZone(zone))
                            : LocalDateTime.parse(written.replace(' ', 'T'))
                                    .atZone(zone)
                                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Instant next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.toLocalDate().atTime(time).atZone(now.getZone());
        return (today.isAfter(now)
                        ? today
                        : now.toLocalDate().plusDays(1).atTime(time).atZone(now.getZone()))
                .toInstant();
    }

    /** {@code 2026-03-28 22:00}. */
    static String of(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** The next full hour. */
    static String nextHour(Instant now, ZoneId zone) {
        return of(now.atZone(zone).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant(), zone);
    }
}
