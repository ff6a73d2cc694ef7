package org.watchfloor.alert.calendar.ical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties of one event. Confined to one reading. */
final class EventProperties {
    private static final int MOST = 1_000;
    private static final Set<String> TAKEN = Set.of(
            "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "SUMMARY", "DESCRIPTION", "SEQUENCE", "DTSTAMP");
    private static final Set<String> REPEATED = Set.of("EXDATE");

    private final Map<String, ContentLine> first = new LinkedHashMap<>();
    private final List<ContentLine> lines;
    private final Notes notes;

    EventProperties(List<ContentLine> lines, Notes notes) {
        this.lines = lines.subList(0, Math.min(MOST, lines.size()));
        this.notes = notes;
        lines.stream()
                .skip(MOST)
                .findFirst()
                .ifPresent(
                        line -> notes.add(line.number(), line.name(), "an event of more than " + MOST + " properties"));
        this.lines.forEach(line -> first.putIfAbsent(line.name(), line));
    }

    Optional<ContentLine> line(String name) {
        return Optional.ofNullable(first.get(name));
    }

    List<ContentLine> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    Optional<String> value(String name) {
        return line(name).map(line -> line.value().strip());
    }

    Optional<String> text(String name) {
        return value(name).map(Escaping::unescape);
    }

    /** What is left over when the event itself is taken. */
    void noteTheRest() {
        for (ContentLine line : lines) {
            boolean isFirst = line.equals(first.get(line.name()));
            if (!TAKEN.contains(line.name())) {
                notes.add(line.number(), line.name(), "is not taken over");
            } else if (!isFirst && !REPEATED.contains(line.name())) {
                notes.add(line.number(), line.name(), "is given twice; the first counts");
            }
        }
    }
}
