package org.watchfloor.alert.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Dates and times as operators write them (ISO 8601, a space may stand for the T). Pure functions. */
final class LocalText {
    static final String TIME_EXAMPLE = "2026-03-28T22:00, or with an offset 2026-03-28T22:00+01:00";
    static final String DATE_EXAMPLE = "2026-03-28";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int LAST_YEAR = 8000;

    private LocalText() {}

    /** A date-time in the zone; one with an offset is converted. */
    static Optional<LocalDateTime> dateTime(String text, ZoneId zone) {
        try {
            TemporalAccessor found = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            LocalDateTime local = found instanceof OffsetDateTime offset
                    ? offset.atZoneSameInstant(zone).toLocalDateTime()
                    : LocalDateTime.from(found);
            return Optional.of(local).filter(time -> isUsual(time.toLocalDate()));
        } catch (DateTimeException e) {
            return none(e);
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(LocalText::isUsual);
        } catch (DateTimeException e) {
            return none(e);
        }
    }

    /** {@code 09:00}. */
    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.strip(), TIME));
        } catch (DateTimeException e) {
            return none(e);
        }
    }

    private static boolean isUsual(LocalDate date) {
        return date.getYear() >= 1 && date.getYear() <= LAST_YEAR;
    }

    private static <T> Optional<T> none(@SuppressWarnings("unused") DateTimeException e) {
        return Optional.empty();
    }
}
