package org.watchfloor.alert.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * The days of a recurrence rule; immutable. A question for a late date begins near it: a rule that is moved by a multiple
 * of its own period has the same days.
 *
 * @param text a valid rule of days or longer periods, without an end and without times of day
 * @param unit of its frequency
 */
record DayRule(String text, ChronoUnit unit, int interval, LocalDate start) {
    /** The matching days from a day on (inclusive). */
    Iterator<LocalDate> from(LocalDate first) {
        return new DayIterator(rule(), anchor(first), first);
    }

    /** Read anew for each question, because the library's rules are mutable. */
    private RecurrenceRule rule() {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("the rule " + text + " was valid when it was read", e);
        }
    }

    /** The day to count from: at least one whole period before, since a period's first days may lie in the one before. */
    private LocalDate anchor(LocalDate first) {
        long periods = unit.between(beginOfPeriod(start), first) / interval - 1;
        if (periods <= 0) {
            return start;
        }
        return switch (unit) {
            case MONTHS -> YearMonth.from(start).plusMonths(periods * interval).atDay(1);
            case YEARS -> yearAnchor(periods);
            default -> start.plus(periods * interval, unit);
        };
    }

    private LocalDate beginOfPeriod(LocalDate day) {
        return switch (unit) {
            case MONTHS -> day.withDayOfMonth(1);
            case YEARS -> day.withDayOfYear(1);
            default -> day;
        };
    }

    /** The same day of an earlier year; 29 February needs a leap year. */
    private LocalDate yearAnchor(long periods) {
        for (long count = periods; count > 0; count--) {
            LocalDate moved = start.plusYears(count * interval);
            if (moved.getDayOfMonth() == start.getDayOfMonth()) {
                return moved;
            }
        }
        return start;
    }

    static DateTime dateTime(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }
}
