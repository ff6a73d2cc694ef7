package org.watchfloor.alert.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When one person hands over to the next.
 *
 * @param weekday empty if it may be any day
 * @param time local
 */
record HandOver(Optional<DayOfWeek> weekday, LocalTime time) {
    /** {@code mon 09:00} or {@code daily 09:00}; quotes around the time are fine. */
    static Optional<HandOver> parse(String text) {
        String[] words = text.strip().replace("\"", "").split("\\s+", -1);
        if (words.length != 2) {
            return Optional.empty();
        }
        Optional<LocalTime> time = LocalText.time(words[1]);
        if (words[0].equalsIgnoreCase("daily")) {
            return time.map(at -> new HandOver(Optional.empty(), at));
        }
        Optional<DayOfWeek> weekday = RangeText.weekday(words[0]).map(DayOfWeek::of);
        return weekday.flatMap(day -> time.map(at -> new HandOver(Optional.of(day), at)));
    }
}
