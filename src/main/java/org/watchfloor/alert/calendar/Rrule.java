package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;

/**
 * A recurrence rule of RFC 5545, 3.3.10, such as {@code FREQ=MONTHLY;BYDAY=-1FR}. Immutable.
 *
 * <p>It works on local times: {@code FREQ=HOURLY} begins at every hour that a clock on the wall shows. Times that the
 * rule does not match are not added; the start itself counts only if it matches. Not taken are: {@code FREQ=SECONDLY},
 * an {@code INTERVAL} above 100,000, a {@code COUNT} above 10,000, more than 1,440 beginnings a day, other calendars than
 * the Gregorian one, and {@code BYSETPOS} together with several times a day.
 */
public final class Rrule implements Recurrence {
    private final String text;
    private final LocalDateTime start;
    private final ZoneId zone;
    private final DayRule days;
    private final TimesOfDay times;
    private final Optional<Instant> until;

    Rrule(String text, LocalDateTime start, ZoneId zone, DayRule days, TimesOfDay times, Optional<Instant> until) {
        this.text = text;
        this.start = start;
        this.zone = zone;
        this.days = days;
        this.times = times;
        this.until = until;
    }

    /**
     * @param start the local time that the rule counts from, and before which it does not begin (DTSTART)
     * @param zone of the start
     * @throws BadRecurrence if the rule cannot be followed, or never begins
     */
    public static Rrule of(String text, LocalDateTime start, ZoneId zone) throws BadRecurrence {
        return new RruleReader(text, start, zone).read();
    }

    @Override
    public String text() {
        return text;
    }

    public LocalDateTime start() {
        return start;
    }

    public ZoneId zone() {
        return zone;
    }

    @Override
    public Optional<Instant> until() {
        return until;
    }

    @Override
    public Iterator<LocalDateTime> starts(LocalDateTime from) {
        LocalDateTime first = from.isBefore(start) ? start : from;
        return new TimedDays(days.from(first.toLocalDate()), times, first);
    }

    /** The same rule that ends at the latest then. */
    Rrule endingAt(Instant end) {
        return new Rrule(text, start, zone, days, times, Optional.of(end));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rrule rule
                && rule.text.equals(text)
                && rule.start.equals(start)
                && rule.zone.equals(zone);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, start, zone);
    }

    @Override
    public String toString() {
        return text + " from " + start + " " + zone;
    }
}
