package org.watchfloor.alert.calendar.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.watchfloor.alert.calendar.FixedWindow;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Rrule;

/**
 * Writes events as an iCalendar text (RFC 5545): CRLF, folded at 75 octets, fixed times in UTC, recurring ones in their
 * zone with its VTIMEZONE. The same events give the same text. Use once, by one thread.
 */
public final class CalendarWriter {
    private final Lines lines = new Lines();
    private final String stamp;

    private CalendarWriter(Instant stamp) {
        this.stamp = IcalTimes.utc(stamp);
    }

    /** @param stamp when the events were made (DTSTAMP) */
    public static String write(List<CalendarEvent> events, Instant stamp) {
        CalendarWriter writer = new CalendarWriter(stamp);
        writer.lines
                .add("BEGIN", "VCALENDAR")
                .add("VERSION", "2.0")
                .add("PRODID", "-//Watchfloor//Watchfloor//EN")
                .add("CALSCALE", "GREGORIAN");
        zones(events).forEach((id, first) -> TimeZoneWriter.write(ZoneId.of(id), first, writer.lines));
        events.forEach(writer::event);
        return writer.lines.add("END", "VCALENDAR").text();
    }

    /** The zones that are named, each with the first start in it. */
    private static Map<String, Instant> zones(List<CalendarEvent> events) {
        Map<String, Instant> zones = new TreeMap<>();
        for (CalendarEvent event : events) {
            if (event.window() instanceof RecurringWindow window && !isUtc(window.zone())) {
                Instant first = first(window).atZone(window.zone()).toInstant();
                zones.merge(window.zone().getId(), first, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return zones;
    }

    private void event(CalendarEvent event) {
        lines.add("BEGIN", "VEVENT")
                .addText("UID", event.uid())
                .add("DTSTAMP", stamp)
                .add("SEQUENCE", Integer.toString(event.sequence()));
        switch (event.window()) {
            case FixedWindow fixed ->
                lines.add("DTSTART", IcalTimes.utc(fixed.span().from()))
                        .add("DTEND", IcalTimes.utc(fixed.span().to()));
            case RecurringWindow recurring -> recurring(recurring);
        }
        lines.addText("SUMMARY", event.summary());
        if (!event.description().isEmpty()) {
            lines.addText("DESCRIPTION", event.description());
        }
        lines.add("END", "VEVENT");
    }

    private void recurring(RecurringWindow window) {
        ZoneId zone = window.zone();
        lines.add(name("DTSTART", zone), time(first(window), zone))
                .add("DURATION", window.lasts().toString())
                .add("RRULE", rule(rule(window)));
        TreeSet<LocalDateTime> except = new TreeSet<>(window.except().times());
        window.except().days().forEach(day -> {
            var starts = rule(window).starts(day.atStartOfDay());
            while (starts.hasNext()) {
                LocalDateTime start = starts.next();
                if (!start.toLocalDate().equals(day)) {
                    break;
                }
                except.add(start);
            }
        });
        if (!except.isEmpty()) {
            String times = except.stream().map(time -> time(time, zone)).collect(Collectors.joining(","));
            lines.add(name("EXDATE", zone), times);
        }
    }

    private static Rrule rule(RecurringWindow window) {
        return (Rrule) window.recurrence();
    }

    /** Calendars take DTSTART as an occurrence, so it is the first that the rule matches. */
    private static LocalDateTime first(RecurringWindow window) {
        Rrule rule = rule(window);
        return rule.starts(rule.start()).next();
    }

    /** UNTIL must be UTC when DTSTART has a zone (3.3.10). */
    private static String rule(Rrule rule) {
        String upper = rule.text().replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        String until = rule.until().map(IcalTimes::utc).orElse("");
        return Arrays.stream(upper.split(";", -1))
                .map(part -> part.startsWith("UNTIL=") ? "UNTIL=" + until : part)
                .collect(Collectors.joining(";"));
    }

    private static String name(String property, ZoneId zone) {
        return isUtc(zone) ? property : property + ";TZID=" + TimeZoneWriter.quoted(zone.getId());
    }

    private static String time(LocalDateTime local, ZoneId zone) {
        return IcalTimes.local(local) + (isUtc(zone) ? "Z" : "");
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
