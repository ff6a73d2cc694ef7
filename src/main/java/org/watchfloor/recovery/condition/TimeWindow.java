package org.watchfloor.recovery.condition;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A time of the day on some days of the week, by the clock on the wall of a zone. Immutable.
 *
 * @param from included
 * @param to not included; at or before {@code from} it lies on the next day
 * @param days those on which it begins; at least one
 */
public record TimeWindow(LocalTime from, LocalTime to, Set<DayOfWeek> days, ZoneId zone) {
    public TimeWindow {
        days = Set.copyOf(days);
    }

    public boolean holds(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        LocalTime clock = there.toLocalTime();
        LocalDate today = there.toLocalDate();
        if (from.isBefore(to)) {
            return begins(today) && !clock.isBefore(from) && clock.isBefore(to);
        }
        return (begins(today) && !clock.isBefore(from)) || (begins(today.minusDays(1)) && clock.isBefore(to));
    }

    private boolean begins(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** In plain words. */
    public String text() {
        String when = days.size() == DayOfWeek.values().length
                ? ""
                : " on "
                        + days.stream()
                                .sorted()
                                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                                .collect(Collectors.joining(", "));
        return "it is between " + from + " and " + to + when + " (" + zone + ")";
    }
}
