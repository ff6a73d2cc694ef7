package org.watchfloor.alert.calendar.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A date or a date-time of a calendar.
 *
 * @param local of a date its beginning
 * @param isDay true if it is a date
 */
record Moment(LocalDateTime local, ZoneId zone, boolean isDay) {
    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    LocalDateTime localIn(ZoneId other) {
        return LocalDateTime.ofInstant(instant(), other);
    }
}
