package org.watchfloor.alert.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.watchfloor.alert.calendar.BadRecurrence;
import org.watchfloor.alert.calendar.Exclusions;
import org.watchfloor.alert.calendar.FixedWindow;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Rrule;
import org.watchfloor.alert.calendar.Span;

/** Calendars and events in the short form of tests. */
final class Calendars {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant STAMP = Instant.parse("2026-01-01T00:00:00Z");

    private Calendars() {}

    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static FixedWindow fixed(String from, String to) {
        return new FixedWindow(new Span(at(from), at(to)));
    }

    static RecurringWindow rule(String rule, String start, String lasts, ZoneId zone) {
        return rule(rule, start, lasts, zone, Exclusions.NONE);
    }

    static RecurringWindow rule(String rule, String start, String lasts, ZoneId zone, Exclusions except) {
        try {
            Rrule recurrence = Rrule.of(rule, LocalDateTime.parse(start), zone);
            return new RecurringWindow(recurrence, zone, Duration.parse(lasts), except);
        } catch (BadRecurrence e) {
            throw new AssertionError(e.what(), e);
        }
    }

    /** A calendar of one event with the given lines. */
    static CalendarReading event(String... lines) {
        return read("BEGIN:VEVENT\r\nUID:a@example.org\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT");
    }

    /** A calendar with the given content. */
    static CalendarReading read(String content) {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + content + "\r\nEND:VCALENDAR\r\n";
        return CalendarReader.read(text, BERLIN);
    }
}
