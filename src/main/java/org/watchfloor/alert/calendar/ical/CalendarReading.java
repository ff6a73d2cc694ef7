package org.watchfloor.alert.calendar.ical;

import java.util.List;

/**
 * What a calendar's text holds.
 *
 * @param events in the order written
 * @param notTaken everything else that could matter
 */
public record CalendarReading(List<CalendarEvent> events, List<NotTaken> notTaken) {
    public CalendarReading {
        events = List.copyOf(events);
        notTaken = List.copyOf(notTaken);
    }
}
