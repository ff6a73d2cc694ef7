package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/**
 * Takes a rule apart into its days, which the library knows, and its times of day, which are arithmetic: so nothing ever
 * walks minute by minute through the decades. Use once.
 */
final class RruleReader {
    private static final int MOST_COUNT = 10_000;
    private static final int MOST_INTERVAL = 100_000;
    private static final int MOST_TIMES = 1_440;
    private static final int MOST_YEAR = 8_000;

    private final String text;
    private final LocalDateTime start;
    private final ZoneId zone;

    RruleReader(String text, LocalDateTime start, ZoneId zone) {
        this.text = text;
        this.start = start;
        this.zone = zone;
    }

    Rrule read() throws BadRecurrence {
        Map<String, String> parts = RruleParts.of(text);
        RecurrenceRule rule = library(parts);
        if (start.getYear() < 1 || start.getYear() > MOST_YEAR) {
            throw new BadRecurrence(
                    "begins in the year " + start.getYear(), "begin between the years 1 and " + MOST_YEAR);
        }
        refuseWhatIsNotFollowed(parts, rule);
        TimesOfDay times = times(rule);
        refuse(times.most() > MOST_TIMES, "begins more than " + MOST_TIMES + " times a day", "shorten its BY lists");
        refuse(
                parts.containsKey("BYSETPOS") && (times.most() > 1 || times.beat() != ChronoUnit.DAYS),
                "has BYSETPOS and several times a day",
                "write one time of day, or a rule for each");
        Optional<Instant> until = RruleParts.until(parts, zone);
        Rrule endless = new Rrule(text, start, zone, days(parts, rule), times, until);
        refuse(
                !endless.starts(start).hasNext(),
                "never begins: no day has all that it asks for",
                "mend its BY… parts, such as a BYMONTHDAY that the month does not have");
        Instant first = endless.starts(start).next().atZone(zone).toInstant();
        refuse(until.filter(first::isAfter).isPresent(), "ends before it begins for the first time", "move its UNTIL");
        return rule.getCount() == null ? endless : counted(endless, rule.getCount());
    }

    /** Without UNTIL, whose form the library is stricter about than calendars in the field are. */
    private static RecurrenceRule library(Map<String, String> parts) throws BadRecurrence {
        Map<String, String> endless = new LinkedHashMap<>(parts);
        endless.remove("UNTIL");
        boolean foreign = parts.containsKey("RSCALE") || parts.containsKey("SKIP");
        refuse(foreign, "has RSCALE or SKIP", "write it for the Gregorian calendar");
        try {
            return new RecurrenceRule(RruleParts.text(endless), RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw RruleParts.notARule(Quoted.line(String.valueOf(e.getMessage())));
        }
    }

    private static void refuseWhatIsNotFollowed(Map<String, String> parts, RecurrenceRule rule) throws BadRecurrence {
        refuse(rule.getFreq() == Freq.SECONDLY, "is SECONDLY", "use MINUTELY or a longer period");
        refuse(rule.getInterval() > MOST_INTERVAL, "has an INTERVAL above " + MOST_INTERVAL, "use a longer FREQ");
        boolean tooMany = rule.getCount() != null && rule.getCount() > MOST_COUNT;
        refuse(tooMany, "has a COUNT above " + MOST_COUNT, "end it with UNTIL");
        boolean both = rule.getCount() != null && parts.containsKey("UNTIL");
        refuse(both, "has COUNT and UNTIL", "remove one of the two");
        boolean daysOfYear = unit(rule) == ChronoUnit.DAYS && parts.containsKey("BYYEARDAY");
        refuse(daysOfYear, "has BYYEARDAY in a period of a day or less", "write FREQ=YEARLY with BYHOUR");
    }

    private static void refuse(boolean wrong, String what, String mend) throws BadRecurrence {
        if (wrong) {
            throw new BadRecurrence(what, mend);
        }
    }

    private TimesOfDay times(RecurrenceRule rule) {
        ChronoUnit beat = switch (rule.getFreq()) {
            case HOURLY -> ChronoUnit.HOURS;
            case MINUTELY -> ChronoUnit.MINUTES;
            default -> ChronoUnit.DAYS;
        };
        boolean eachHour = beat != ChronoUnit.DAYS;
        boolean eachMinute = beat == ChronoUnit.MINUTES;
        return new TimesOfDay(
                beat,
                rule.getInterval(),
                start,
                listed(rule, Part.BYHOUR, 23).orElseGet(() -> eachHour ? upTo(23) : List.of(start.getHour())),
                listed(rule, Part.BYMINUTE, 59).orElseGet(() -> eachMinute ? upTo(59) : List.of(start.getMinute())),
                listed(rule, Part.BYSECOND, 59).orElseGet(() -> List.of(start.getSecond())));
    }

    private static Optional<List<Integer>> listed(RecurrenceRule rule, Part part, int most) {
        return Optional.ofNullable(rule.getByPart(part))
                .map(values -> values.stream()
                        .filter(value -> value <= most)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static List<Integer> upTo(int most) {
        return IntStream.rangeClosed(0, most).boxed().toList();
    }

    /** What the start implies is written out, because the rule is asked from other starts as well. */
    private DayRule days(Map<String, String> parts, RecurrenceRule rule) {
        Map<String, String> days = new LinkedHashMap<>(parts);
        List.of("UNTIL", "COUNT", "BYHOUR", "BYMINUTE", "BYSECOND").forEach(days::remove);
        ChronoUnit unit = unit(rule);
        boolean withinDay = rule.getFreq() == Freq.HOURLY || rule.getFreq() == Freq.MINUTELY;
        if (withinDay) {
            days.put("FREQ", "DAILY");
            days.remove("INTERVAL");
        } else if (unit == ChronoUnit.MONTHS && !days.containsKey("BYMONTHDAY") && !days.containsKey("BYDAY")) {
            days.put("BYMONTHDAY", Integer.toString(start.getDayOfMonth()));
        } else if (days.containsKey("BYWEEKNO") && !days.containsKey("BYDAY")) {
            days.put("BYDAY", start.getDayOfWeek().name().substring(0, 2));
        }
        return new DayRule(RruleParts.text(days), unit, withinDay ? 1 : rule.getInterval(), start.toLocalDate());
    }

    /** Of the days on which it begins. */
    private static ChronoUnit unit(RecurrenceRule rule) {
        return switch (rule.getFreq()) {
            case YEARLY -> ChronoUnit.YEARS;
            case MONTHLY -> ChronoUnit.MONTHS;
            case WEEKLY -> ChronoUnit.WEEKS;
            default -> ChronoUnit.DAYS;
        };
    }

    /** Counted once, here, so that no question has to count again. */
    private Rrule counted(Rrule endless, int count) {
        List<LocalDateTime> counted = new ArrayList<>();
        Iterator<LocalDateTime> starts = endless.starts(start);
        while (counted.size() < count && starts.hasNext()) {
            counted.add(starts.next());
        }
        return endless.endingAt(counted.getLast().atZone(zone).toInstant());
    }
}
