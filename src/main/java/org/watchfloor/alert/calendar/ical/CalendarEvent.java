package org.watchfloor.alert.calendar.ical;

import org.watchfloor.alert.calendar.Cron;
import org.watchfloor.alert.calendar.RecurringWindow;
import org.watchfloor.alert.calendar.Window;

/**
 * An event of a calendar (VEVENT of RFC 5545, 3.6.1). Immutable.
 *
 * @param uid the same for the same event in every export
 * @param sequence from 0; a higher one replaces the event of the same UID
 * @param summary one line
 * @param description may be empty
 * @param window fixed, or recurring by a recurrence rule: calendars know no cron
 */
public record CalendarEvent(String uid, int sequence, String summary, String description, Window window) {
    public CalendarEvent {
        if (window instanceof RecurringWindow recurring && recurring.recurrence() instanceof Cron) {
            throw new IllegalArgumentException("a calendar cannot hold the cron expression of " + uid);
        }
    }
}
