package org.watchfloor.alert.calendar;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges as operators write them. Pure functions. */
final class RangeText {
    private static final Pattern CLOCK = Pattern.compile("(\\d\\d):(\\d\\d)\\s*-\\s*(\\d\\d):(\\d\\d)");
    private static final Pattern DAYS = Pattern.compile("(-?\\d{1,2})(?:\\s*-\\s*(-?\\d{1,2}))?");
    private static final Pattern NAMES = Pattern.compile("([a-z]+|\\d{1,2})(?:\\s*-\\s*([a-z]+|\\d{1,2}))?");
    private static final int DAY = 24 * 60;

    private RangeText() {}

    /** Makes a range of a text; empty if it is none. */
    @FunctionalInterface
    interface Reading<T> {
        Optional<T> read(String text);
    }

    /** {@code 09:00-17:00}; 24:00 is the end of the day. A range without length is none. */
    static Optional<ClockRange> clock(String text) {
        Matcher found = CLOCK.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int from = minutes(found.group(1), found.group(2));
        int to = minutes(found.group(3), found.group(4));
        boolean isValid = from < DAY && to <= DAY && from != to;
        return isValid ? Optional.of(new ClockRange(from, to)) : Optional.empty();
    }

    private static int minutes(String hours, String minutes) {
        int minute = Integer.parseInt(minutes);
        return minute > 59 ? Integer.MAX_VALUE : Integer.parseInt(hours) * 60 + minute;
    }

    static Optional<NumberRange> weekdays(String text) {
        return named(
                text, Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList());
    }

    static Optional<NumberRange> months(String text) {
        return named(text, Arrays.stream(Month.values()).map(Month::name).toList());
    }

    /** The number of a weekday, 1 is Monday. */
    static Optional<Integer> weekday(String text) {
        return weekdays(text).filter(range -> range.first() == range.last()).map(NumberRange::first);
    }

    static Optional<NumberRange> daysOfMonth(String text) {
        Matcher found = DAYS.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(found.group(1));
        int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
        boolean sameSide = Integer.signum(first) == Integer.signum(last);
        boolean isValid = isDay(first) && isDay(last) && (!sameSide || first <= last);
        return isValid ? Optional.of(new NumberRange(first, last)) : Optional.empty();
    }

    private static boolean isDay(int day) {
        return day != 0 && Math.abs(day) <= 31;
    }

    private static Optional<NumberRange> named(String text, List<String> names) {
        Matcher found = NAMES.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!found.matches()) {
            return Optional.empty();
        }
        Optional<Integer> first = number(found.group(1), names);
        Optional<Integer> last = found.group(2) == null ? first : number(found.group(2), names);
        return first.flatMap(from -> last.map(to -> new NumberRange(from, to)));
    }

    /** The whole name, its first three letters, or its number from 1. */
    private static Optional<Integer> number(String text, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).toLowerCase(Locale.ROOT);
            if (text.equals(name) || text.equals(name.substring(0, 3)) || text.equals(Integer.toString(i + 1))) {
                return Optional.of(i + 1);
            }
        }
        return Optional.empty();
    }
}
