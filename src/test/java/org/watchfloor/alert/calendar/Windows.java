package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Windows and instants in the short form of tests. */
final class Windows {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Windows() {}

    static RecurringWindow rule(String rrule, String start, String lasts, ZoneId zone) {
        return new RecurringWindow(rrule(rrule, start, zone), zone, Duration.parse(lasts), Exclusions.NONE);
    }

    static RecurringWindow cron(String cron, String lasts, ZoneId zone) {
        try {
            return new RecurringWindow(Cron.of(cron), zone, Duration.parse(lasts), Exclusions.NONE);
        } catch (BadRecurrence e) {
            throw new AssertionError(e.what(), e);
        }
    }

    static Rrule rrule(String rrule, String start, ZoneId zone) {
        try {
            return Rrule.of(rrule, LocalDateTime.parse(start), zone);
        } catch (BadRecurrence e) {
            throw new AssertionError(e.what(), e);
        }
    }

    static RecurringWindow except(RecurringWindow window, String... times) {
        Exclusions except = new Exclusions(
                Set.of(),
                Set.copyOf(List.of(times).stream().map(LocalDateTime::parse).toList()));
        return new RecurringWindow(window.recurrence(), window.zone(), window.lasts(), except);
    }

    /** With an offset: {@code 2026-03-29T03:30+02:00}. */
    static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    static Span span(String from, String to) {
        return new Span(at(from), at(to));
    }
}
