package org.watchfloor.alert.calendar.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the changes of a zone's clock as VTIMEZONE (RFC 5545, 3.6.5). Pure functions. */
final class TimeZoneWriter {
    private static final int YEARS = 32;

    private TimeZoneWriter() {}

    private record Change(ZoneOffset before, ZoneOffset after, boolean daylight) {}

    /** @param from the first instant that must be right */
    static void write(ZoneId zone, Instant from, Lines lines) {
        ZoneRules rules = zone.getRules();
        lines.add("BEGIN", "VTIMEZONE").addText("TZID", zone.getId());
        List<ZoneOffsetTransition> known = known(rules, from);
        if (known.isEmpty()) {
            ZoneOffset offset = rules.getOffset(from);
            LocalDateTime start = LocalDateTime.of(1970, 1, 1, 0, 0);
            observance(new Change(offset, offset, false), List.of(start), Optional.empty(), lines);
        }
        Map<Change, List<LocalDateTime>> changes = new LinkedHashMap<>();
        known.forEach(change -> changes.computeIfAbsent(change(rules, change), _ -> new ArrayList<>())
                .add(change.getDateTimeBefore()));
        changes.forEach((change, times) -> observance(change, times, Optional.empty(), lines));
        Instant last = known.isEmpty() ? from : known.getLast().getInstant();
        rules.getTransitionRules().forEach(rule -> ruled(rules, rule, last, lines));
        lines.add("END", "VTIMEZONE");
    }

    /** The change before the instant, and those after it that follow no yearly rule. */
    private static List<ZoneOffsetTransition> known(ZoneRules rules, Instant from) {
        Stream<ZoneOffsetTransition> before = Stream.ofNullable(rules.previousTransition(from.plusNanos(1)));
        Stream<ZoneOffsetTransition> after = rules.getTransitions().stream()
                .filter(change -> change.getInstant().isAfter(from));
        return Stream.concat(before, after).toList();
    }

    private static Change change(ZoneRules rules, ZoneOffsetTransition change) {
        return new Change(
                change.getOffsetBefore(), change.getOffsetAfter(), rules.isDaylightSavings(change.getInstant()));
    }

    private static void ruled(ZoneRules rules, ZoneOffsetTransitionRule rule, Instant after, Lines lines) {
        int year = after.atZone(ZoneOffset.UTC).getYear();
        List<ZoneOffsetTransition> changes = IntStream.range(year, year + YEARS)
                .mapToObj(rule::createTransition)
                .filter(change -> change.getInstant().isAfter(after))
                .toList();
        List<LocalDateTime> times =
                changes.stream().map(ZoneOffsetTransition::getDateTimeBefore).toList();
        Optional<String> yearly = YearlyRule.of(rule.getDayOfMonthIndicator(), times);
        observance(change(rules, changes.getFirst()), times, yearly, lines);
    }

    /** @param yearly the rule of the times; empty if they are listed */
    private static void observance(Change change, List<LocalDateTime> times, Optional<String> yearly, Lines lines) {
        String name = change.daylight ? "DAYLIGHT" : "STANDARD";
        lines.add("BEGIN", name)
                .add("DTSTART", IcalTimes.local(times.getFirst()))
                .add("TZOFFSETFROM", offset(change.before))
                .add("TZOFFSETTO", offset(change.after));
        if (yearly.isPresent()) {
            lines.add("RRULE", yearly.get());
        } else if (times.size() > 1) {
            lines.add("RDATE", times.stream().skip(1).map(IcalTimes::local).collect(Collectors.joining(",")));
        }
        lines.add("END", name);
    }

    private static String offset(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        String text = "%s%02d%02d".formatted(sign, seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + "%02d".formatted(seconds % 60);
    }

    /** A parameter's value. */
    static String quoted(String value) {
        return value.matches("[A-Za-z0-9/_+-]+") ? value : "\"" + value.replace("\"", "") + "\"";
    }
}
