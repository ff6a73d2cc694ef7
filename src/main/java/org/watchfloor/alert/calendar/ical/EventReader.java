package org.watchfloor.alert.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.alert.calendar.BadRecurrence;
import org.watchfloor.alert.calendar.Exclusions;
import org.watchfloor.alert.calendar.FixedWindow;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Rrule;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.alert.calendar.Window;

/** Makes an event of its properties, or notes why not. Confined to one reading. */
final class EventReader {
    private static final int MOST_EXCEPTIONS = 1_000;

    private final Notes notes;
    private final MomentReader moments;

    EventReader(ZoneId floating, Notes notes) {
        this.notes = notes;
        this.moments = new MomentReader(floating);
    }

    /** @param end line of its END */
    Optional<CalendarEvent> read(int end, List<ContentLine> lines) {
        EventProperties found = new EventProperties(lines, notes);
        String uid = found.text("UID").orElse("");
        try {
            if (uid.isEmpty()) {
                throw new Refused("it has no UID");
            }
            refuse(found.value("RECURRENCE-ID").isPresent(), "it moves one occurrence (RECURRENCE-ID)");
            refuse(found.value("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent(), "it is cancelled");
            Window window = window(found);
            int sequence = found.value("SEQUENCE")
                    .filter(text -> text.matches("\\d{1,9}"))
                    .map(Integer::parseInt)
                    .orElse(0);
            found.noteTheRest();
            String summary = found.text("SUMMARY").orElse(uid);
            String description = found.text("DESCRIPTION").orElse("");
            return Optional.of(new CalendarEvent(uid, sequence, summary, description, window));
        } catch (Refused e) {
            notes.add(end, uid.isEmpty() ? "VEVENT" : uid, e.why());
            return Optional.empty();
        }
    }

    private Window window(EventProperties found) throws Refused {
        Moment start = moments.read(found.line("DTSTART").orElseThrow(() -> new Refused("it has no DTSTART")));
        Instant from = start.instant();
        Instant to = end(found, start);
        refuse(!to.isAfter(from), "it has no duration, or ends before it begins");
        Optional<String> rule = found.value("RRULE");
        if (rule.isEmpty()) {
            return new FixedWindow(new Span(from, to));
        }
        Duration lasts = Duration.between(from, to);
        refuse(lasts.compareTo(RecurringWindow.LONGEST) > 0, "each occurrence lasts more than 366 days");
        try {
            Rrule recurrence = Rrule.of(rule.get(), start.local(), start.zone());
            return new RecurringWindow(recurrence, start.zone(), lasts, exclusions(found, start.zone()));
        } catch (BadRecurrence e) {
            throw new Refused("its RRULE " + e.what());
        }
    }

    private Instant end(EventProperties found, Moment start) throws Refused {
        Optional<ContentLine> end = found.line("DTEND");
        if (end.isPresent()) {
            return moments.read(end.get()).instant();
        }
        Optional<String> duration = found.value("DURATION");
        if (duration.isPresent()) {
            return IcalTimes.length(duration.get())
                    .orElseThrow(() -> new Refused("its DURATION is not a duration"))
                    .after(start.local(), start.zone());
        }
        LocalDateTime local = start.local();
        return (start.isDay() ? local.plusDays(1) : local).atZone(start.zone()).toInstant();
    }

    private Exclusions exclusions(EventProperties found, ZoneId zone) throws Refused {
        Set<LocalDate> days = new HashSet<>();
        Set<LocalDateTime> times = new HashSet<>();
        for (ContentLine line : found.all("EXDATE")) {
            for (Moment moment : moments.readAll(line)) {
                if (moment.isDay()) {
                    days.add(moment.local().toLocalDate());
                } else {
                    times.add(moment.zone().equals(zone) ? moment.local() : moment.localIn(zone));
                }
            }
            refuse(days.size() + times.size() > MOST_EXCEPTIONS, "it has more than " + MOST_EXCEPTIONS + " EXDATEs");
        }
        return new Exclusions(days, times);
    }

    private static void refuse(boolean wrong, String why) throws Refused {
        if (wrong) {
            throw new Refused(why);
        }
    }
}
