package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times of the day on some days, all of the lists together; an empty list is no restriction. A range over midnight
 * belongs to the day on which it begins. Immutable.
 *
 * @param weekdays 1 (Monday) to 7
 * @param daysOfMonth 1 to 31, or -1 (the last) to -31
 * @param months 1 to 12
 */
record Slot(
        ZoneId zone,
        List<ClockRange> times,
        List<NumberRange> weekdays,
        List<NumberRange> daysOfMonth,
        List<NumberRange> months) {
    Slot {
        times = times.isEmpty() ? List.of(ClockRange.WHOLE_DAY) : List.copyOf(times);
        weekdays = List.copyOf(weekdays);
        daysOfMonth = List.copyOf(daysOfMonth);
        months = List.copyOf(months);
    }

    boolean covers(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        return Stream.of(day.minusDays(1), day).flatMap(this::spans).anyMatch(span -> span.covers(instant));
    }

    /** What begins on the day. */
    Stream<Span> spans(LocalDate day) {
        if (!matches(day)) {
            return Stream.empty();
        }
        return times.stream().flatMap(range -> span(range, day));
    }

    private Stream<Span> span(ClockRange range, LocalDate day) {
        Instant from = instant(range.begin(day));
        Instant to = instant(range.end(day));
        return from.isBefore(to) ? Stream.of(new Span(from, to)) : Stream.empty();
    }

    /** A time that the clock skips is the moment of the change, one that it shows twice the first of the two. */
    private Instant instant(LocalDateTime local) {
        @Nullable ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    private boolean matches(LocalDate day) {
        return (weekdays.isEmpty() || contains(weekdays, day.getDayOfWeek().getValue()))
                && (months.isEmpty() || contains(months, day.getMonthValue()))
                && (daysOfMonth.isEmpty()
                        || daysOfMonth.stream()
                                .anyMatch(range -> range.containsDay(day.getDayOfMonth(), day.lengthOfMonth())));
    }

    private static boolean contains(List<NumberRange> ranges, int value) {
        return ranges.stream().anyMatch(range -> range.contains(value));
    }
}
