package org.watchfloor.alert.calendar.ical;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchfloor.alert.calendar.BadRecurrence;
import org.watchfloor.alert.calendar.Rrule;

/** Says yearly times, such as the changes of a zone's clock, as a recurrence rule. Pure functions. */
final class YearlyRule {
    private YearlyRule() {}

    /**
     * The rule in the form that calendars understand best; empty if none gives exactly these times.
     *
     * @param day of the month from which on a weekday is meant; negative ones count from the end
     * @param times one a year, for more than 28 years: then every weekday has been on every date
     */
    static Optional<String> of(int day, List<LocalDateTime> times) {
        LocalDateTime first = times.getFirst();
        String weekday = first.getDayOfWeek().name().substring(0, 2);
        String week = IntStream.range(day, day + 7).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return Stream.of(
                        "BYDAY=-1" + weekday,
                        "BYDAY=" + ((first.getDayOfMonth() - 1) / 7 + 1) + weekday,
                        "BYMONTHDAY=" + first.getDayOfMonth(),
                        "BYDAY=" + weekday + ";BYMONTHDAY=" + week)
                .map(part -> "FREQ=YEARLY;BYMONTH=" + first.getMonthValue() + ";" + part)
                .filter(rule -> gives(rule, times))
                .findFirst();
    }

    private static boolean gives(String rule, List<LocalDateTime> times) {
        try {
            var starts = Rrule.of(rule, times.getFirst(), ZoneOffset.UTC).starts(times.getFirst());
            return times.stream()
                    .allMatch(time -> starts.hasNext() && starts.next().equals(time));
        } catch (BadRecurrence e) {
            return false;
        }
    }
}
