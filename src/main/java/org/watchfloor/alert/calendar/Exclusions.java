package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * Beginnings that do not take place, in the local time of the window; immutable.
 *
 * @param days every beginning on these days
 * @param times single beginnings
 */
public record Exclusions(Set<LocalDate> days, Set<LocalDateTime> times) {
    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

    public Exclusions {
        days = Set.copyOf(days);
        times = Set.copyOf(times);
    }

    boolean contains(LocalDateTime start) {
        return times.contains(start) || (!days.isEmpty() && days.contains(start.toLocalDate()));
    }
}
