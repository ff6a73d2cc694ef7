package org.watchfloor.alert.calendar;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a cron expression in order; each knows its range and names (crontab(5)). */
enum CronField {
    MINUTE(0, 59, ""),
    HOUR(0, 23, ""),
    DAY_OF_MONTH(1, 31, ""),
    MONTH(1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    DAY_OF_WEEK(0, 7, "sun mon tue wed thu fri sat");

    private static final Pattern RANGE =
            Pattern.compile("(?:(\\*)|([a-z]{3}|\\d{1,2})(?:-([a-z]{3}|\\d{1,2}))?)(?:/(\\d{1,2}))?");
    private static final int SUNDAY = 7;

    private final int min;
    private final int max;
    private final String names;

    CronField(int min, int max, String names) {
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /** All values that a list of ranges means, Sunday as 7. */
    Set<Integer> values(String text) throws BadRecurrence {
        Set<Integer> values = new TreeSet<>();
        for (String range : text.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (!add(range, values)) {
                throw new BadRecurrence(
                        "is not a cron expression: its " + spelled() + " is " + Quoted.text(text),
                        "write values from " + min + " to " + max + " as *, */5, 1,3 or 1-3");
            }
        }
        return values;
    }

    private String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** False if it is no range. A step needs a range or a star. */
    private boolean add(String range, Set<Integer> values) {
        Matcher found = RANGE.matcher(range);
        if (!found.matches()) {
            return false;
        }
        boolean isStar = found.group(1) != null;
        boolean isSingle = !isStar && found.group(3) == null;
        int step = found.group(4) == null ? 1 : Integer.parseInt(found.group(4));
        Optional<Integer> first = isStar ? Optional.of(min) : number(found.group(2));
        Optional<Integer> last = isStar
                ? Optional.of(max)
                : isSingle ? first : number(found.group(3)).map(this::asEnd);
        boolean isStepWithoutRange = isSingle && found.group(4) != null;
        if (first.isEmpty() || last.isEmpty() || first.get() > last.get() || step == 0 || isStepWithoutRange) {
            return false;
        }
        for (int value = first.get(); value <= last.get(); value += step) {
            values.add(this == DAY_OF_WEEK && value == 0 ? SUNDAY : value);
        }
        return true;
    }

    private Optional<Integer> number(String text) {
        int named = names.indexOf(text);
        if (named >= 0) {
            return Optional.of(named / 4 + min);
        }
        return Character.isDigit(text.charAt(0))
                ? Optional.of(Integer.parseInt(text)).filter(value -> value >= min && value <= max)
                : Optional.empty();
    }

    /** Sunday ends a range such as fri-sun. */
    private int asEnd(int value) {
        return this == DAY_OF_WEEK && value == 0 ? SUNDAY : value;
    }
}
