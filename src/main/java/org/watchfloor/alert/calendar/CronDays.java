package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days of a cron expression; immutable.
 *
 * @param days of the month
 * @param months 1 to 12
 * @param weekdays 1 (Monday) to 7
 * @param either true if one of the two kinds of days is enough
 */
record CronDays(Set<Integer> days, Set<Integer> months, Set<Integer> weekdays, boolean either) {
    /** More days than there are between two 29 Februaries of one weekday, a year without leap day between them. */
    private static final int FARTHEST = 15_000;

    CronDays {
        days = Set.copyOf(days);
        months = Set.copyOf(months);
        weekdays = Set.copyOf(weekdays);
    }

    /** Those from a day on (inclusive); ends when none is found for four decades. */
    Iterator<LocalDate> from(LocalDate first) {
        return Stream.iterate(next(first), day -> day.isBefore(LocalDate.MAX), day -> next(day.plusDays(1)))
                .iterator();
    }

    private LocalDate next(LocalDate first) {
        LocalDate day = first;
        for (int looked = 0; looked < FARTHEST; looked++) {
            if (matches(day)) {
                return day;
            }
            day = day.plusDays(1);
        }
        return LocalDate.MAX;
    }

    private boolean matches(LocalDate day) {
        if (!months.contains(day.getMonthValue())) {
            return false;
        }
        boolean date = days.contains(day.getDayOfMonth());
        boolean weekday = weekdays.contains(day.getDayOfWeek().getValue());
        return either ? date || weekday : date && weekday;
    }
}
