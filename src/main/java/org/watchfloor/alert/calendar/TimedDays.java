package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Days with their times, from a local time on. Confined to one query. */
final class TimedDays implements Iterator<LocalDateTime> {
    /** Days in a row without a time after which the rule counts as over: more than a century. */
    private static final int MOST_EMPTY_DAYS = 40_000;

    private final Iterator<LocalDate> days;
    private final TimesOfDay times;
    private final LocalDateTime first;
    private final Deque<LocalDateTime> ready = new ArrayDeque<>();

    TimedDays(Iterator<LocalDate> days, TimesOfDay times, LocalDateTime first) {
        this.days = days;
        this.times = times;
        this.first = first;
    }

    @Override
    public boolean hasNext() {
        for (int empty = 0; ready.isEmpty() && empty < MOST_EMPTY_DAYS && days.hasNext(); empty++) {
            LocalDate day = days.next();
            for (LocalTime time : times.on(day)) {
                LocalDateTime start = day.atTime(time);
                if (!start.isBefore(first)) {
                    ready.add(start);
                }
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public LocalDateTime next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no start is left");
        }
        return ready.remove();
    }
}
