package org.watchfloor.alert.calendar.ical;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the events of an iCalendar text (RFC 5545). What it does not take over it lists: to-dos, alarms, moved single
 * occurrences, additional dates, unknown zones, properties without a meaning here, and everything malformed. Zones are
 * known by their IANA name; the file's own VTIMEZONE is not looked at. A text of more than 4,194,304 characters is
 * refused; at most 5,000 events are taken. Use once, by one thread.
 */
public final class CalendarReader {
    static final int MOST_CHARACTERS = 4 << 20;
    static final int MOST_EVENTS = 5_000;

    private static final int DEEPEST = 8;
    private static final Set<String> OF_THE_FILE = Set.of("VERSION", "PRODID");

    private final Notes notes = new Notes();
    private final EventReader reader;
    private final List<CalendarEvent> events = new ArrayList<>();
    private final Set<String> uids = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private List<ContentLine> properties = new ArrayList<>();
    private boolean isBroken;

    private CalendarReader(ZoneId floating) {
        this.reader = new EventReader(floating, notes);
    }

    /** @param floating the zone of times that name none */
    public static CalendarReading read(String text, ZoneId floating) {
        CalendarReader reading = new CalendarReader(floating);
        if (text.length() > MOST_CHARACTERS) {
            reading.notes.add(0, "the file", "it has more than " + MOST_CHARACTERS + " characters");
        } else {
            String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            new Unfolding(reading.notes).read(plain, reading::line);
            reading.noteOpenEnd();
        }
        return new CalendarReading(reading.events, reading.notes.all());
    }

    private void line(ContentLine line) {
        if (isBroken) {
            return;
        }
        String value = line.value().strip().toUpperCase(Locale.ROOT);
        switch (line.name()) {
            case "BEGIN" -> begin(line, value);
            case "END" -> end(line, value);
            default -> property(line);
        }
    }

    private void begin(ContentLine line, String component) {
        boolean isRoot = component.equals("VCALENDAR");
        if (isRoot != open.isEmpty() || open.size() == DEEPEST) {
            giveUp(line, isRoot || open.size() == DEEPEST ? "components lie too deep" : "it is not in a calendar");
            return;
        }
        open.push(component);
        if (isEvent()) {
            properties = new ArrayList<>();
        } else if (!isRoot && !open.contains("VTIMEZONE")) {
            notes.add(line.number(), component, "only events are taken over");
        }
    }

    private void end(ContentLine line, String component) {
        if (open.isEmpty() || !open.peek().equals(component)) {
            giveUp(line, "END without its BEGIN; the rest of the file is not read");
            return;
        }
        if (isEvent()) {
            event(line);
        }
        open.pop();
    }

    private void property(ContentLine line) {
        if (open.isEmpty()) {
            giveUp(line, "a calendar begins with BEGIN:VCALENDAR");
        } else if (isEvent()) {
            properties.add(line);
        } else if (open.size() == 1) {
            boolean isGregorian = line.name().equals("CALSCALE") && line.value().equalsIgnoreCase("GREGORIAN");
            if (!isGregorian && !OF_THE_FILE.contains(line.name())) {
                notes.add(line.number(), line.name(), "has no meaning here");
            }
        }
    }

    private void event(ContentLine end) {
        if (events.size() == MOST_EVENTS) {
            notes.add(end.number(), "VEVENT", "more than " + MOST_EVENTS + " events");
            return;
        }
        reader.read(end.number(), properties).ifPresent(event -> {
            if (uids.add(event.uid())) {
                events.add(event);
            } else {
                notes.add(end.number(), event.uid(), "an event with this UID was read before");
            }
        });
    }

    private boolean isEvent() {
        return open.size() == 2 && open.element().equals("VEVENT");
    }

    private void noteOpenEnd() {
        if (!isBroken && !open.isEmpty()) {
            notes.add(0, open.element(), "the file ends before its END");
        } else if (!isBroken && events.isEmpty() && notes.all().isEmpty()) {
            notes.add(0, "the file", "it holds no event");
        }
    }

    private void giveUp(ContentLine line, String why) {
        notes.add(line.number(), line.name() + ":" + line.value(), why);
        isBroken = true;
    }
}
