package org.watchfloor.alert.calendar.ical;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.calendar.BadRecurrence;
import org.watchfloor.alert.calendar.Rrule;

/** Says a zone's yearly change as a recurrence rule. Pure functions. */
final class YearlyRule {
    private YearlyRule() {}

    /** Empty if no rule gives exactly these times. */
    static Optional<String> of(ZoneOffsetTransitionRule rule, List<LocalDateTime> times) {
        LocalDateTime first = times.getFirst();
        String text = "FREQ=YEARLY;BYMONTH=" + first.getMonthValue() + ";" + day(rule, first.getDayOfWeek());
        return gives(text, times) ? Optional.of(text) : Optional.empty();
    }

    private static String day(ZoneOffsetTransitionRule rule, DayOfWeek weekday) {
        int day = rule.getDayOfMonthIndicator();
        @Nullable DayOfWeek onlyOn = rule.getDayOfWeek();
        String name = weekday.name().substring(0, 2);
        if (onlyOn == null) {
            return "BYMONTHDAY=" + day;
        }
        if (day == -1) {
            return "BYDAY=-1" + name;
        }
        if (day > 0 && day % 7 == 1) {
            return "BYDAY=" + (day / 7 + 1) + name;
        }
        String week = IntStream.range(day, day + 7).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return "BYDAY=" + name + ";BYMONTHDAY=" + week;
    }

    private static boolean gives(String text, List<LocalDateTime> times) {
        try {
            var starts = Rrule.of(text, times.getFirst(), ZoneOffset.UTC).starts(times.getFirst());
            return times.stream()
                    .allMatch(time -> starts.hasNext() && starts.next().equals(time));
        } catch (BadRecurrence e) {
            return false;
        }
    }
}
