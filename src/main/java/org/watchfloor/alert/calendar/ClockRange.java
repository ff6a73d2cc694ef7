package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A range of times on the clock, in minutes from midnight; immutable.
 *
 * @param from inclusive, 0 to 1439
 * @param to exclusive, 0 to 1440; at or before {@code from} it lies on the day after
 */
record ClockRange(int from, int to) {
    static final ClockRange WHOLE_DAY = new ClockRange(0, 24 * 60);

    LocalDateTime begin(LocalDate day) {
        return day.atStartOfDay().plusMinutes(from);
    }

    LocalDateTime end(LocalDate day) {
        return day.atStartOfDay().plusMinutes(to <= from ? to + 24 * 60 : to);
    }
}
