package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** The days of one rule from a day on, up to the year 9000. Confined to one query. */
final class DayIterator implements Iterator<LocalDate> {
    private static final int LAST_YEAR = 9000;

    private final Optional<RecurrenceRuleIterator> days;
    private final LocalDate first;
    private Optional<LocalDate> upcoming;

    /**
     * @param anchor the day that the rule counts from
     * @param first days before it are left out
     */
    DayIterator(RecurrenceRule rule, LocalDate anchor, LocalDate first) {
        this.first = first;
        this.days = open(rule, anchor);
        this.upcoming = advance();
    }

    private static Optional<RecurrenceRuleIterator> open(RecurrenceRule rule, LocalDate anchor) {
        try {
            return Optional.of(rule.iterator(DayRule.dateTime(anchor)));
        } catch (IllegalArgumentException e) {
            return gaveUp(e);
        }
    }

    private Optional<LocalDate> advance() {
        try {
            return days.flatMap(this::firstOf);
        } catch (IllegalArgumentException e) {
            return gaveUp(e);
        }
    }

    private Optional<LocalDate> firstOf(RecurrenceRuleIterator iterator) {
        while (iterator.hasNext()) {
            DateTime next = iterator.nextDateTime();
            if (next.getYear() > LAST_YEAR) {
                return Optional.empty();
            }
            LocalDate day = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
            if (!day.isBefore(first)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /** The library says so after a thousand periods in a row without a match: for us the rule is over. */
    private static <T> Optional<T> gaveUp(@SuppressWarnings("unused") IllegalArgumentException e) {
        return Optional.empty();
    }

    @Override
    public boolean hasNext() {
        return upcoming.isPresent();
    }

    @Override
    public LocalDate next() {
        LocalDate day = upcoming.orElseThrow(() -> new NoSuchElementException("no day is left"));
        upcoming = advance();
        return day;
    }
}
