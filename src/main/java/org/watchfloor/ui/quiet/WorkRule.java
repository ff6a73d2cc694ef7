package org.watchfloor.ui.quiet;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.watchfloor.config.Written;

/**
 * How planned work comes about, in the words that the form has for it. Immutable.
 *
 * @param days of what comes every week
 * @param ordinal and {@code weekday}: of what comes every month
 * @param text RRULE or cron, where the form has no words for it
 */
record WorkRule(WorkKind kind, List<DayOfWeek> days, Ordinal ordinal, DayOfWeek weekday, String text) {
    private static final Pattern WEEKLY = Pattern.compile("FREQ=WEEKLY(?:;BYDAY=([A-Z]{2}(?:,[A-Z]{2})*))?");
    private static final Pattern MONTHLY = Pattern.compile("FREQ=MONTHLY;BYDAY=(-1|[1-4])([A-Z]{2})");

    WorkRule {
        days = List.copyOf(days);
    }

    private static WorkRule of(WorkKind kind, String text) {
        return new WorkRule(kind, List.of(), Ordinal.FIRST, DayOfWeek.SUNDAY, text);
    }

    static WorkRule of(Written.Keys keys) {
        String cron = WrittenText.line(keys, "cron");
        String rrule = WrittenText.line(keys, "rrule");
        if (!cron.isEmpty()) {
            return of(WorkKind.CRON, cron);
        } else if (rrule.isEmpty()) {
            return of(WorkKind.ONCE, "");
        }
        String plain = rrule.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return weekly(plain).or(() -> monthly(plain)).orElseGet(() -> of(WorkKind.RRULE, rrule));
    }

    private static Optional<WorkRule> weekly(String rule) {
        Matcher parts = WEEKLY.matcher(rule);
        if (!parts.matches()) {
            return Optional.empty();
        }
        List<String> names = Optional.ofNullable(parts.group(1))
                .map(list -> List.of(list.split(",")))
                .orElse(List.of());
        List<DayOfWeek> days =
                names.stream().flatMap(name -> day(name).stream()).toList();
        return days.size() == names.size()
                ? Optional.of(new WorkRule(WorkKind.WEEKLY, days, Ordinal.FIRST, DayOfWeek.SUNDAY, ""))
                : Optional.empty();
    }

    private static Optional<WorkRule> monthly(String rule) {
        Matcher parts = MONTHLY.matcher(rule);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        return Arrays.stream(Ordinal.values())
                .filter(ordinal -> ordinal.number() == number)
                .findFirst()
                .flatMap(ordinal ->
                        day(parts.group(2)).map(day -> new WorkRule(WorkKind.MONTHLY, List.of(), ordinal, day, "")));
    }

    private static Optional<DayOfWeek> day(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> letters(day).equals(letters))
                .findFirst();
    }

    /** The RRULE of these days in every week; without days, of the day that it begins on. */
    static String everyWeek(Collection<DayOfWeek> days) {
        String list = days.stream().sorted().map(WorkRule::letters).collect(Collectors.joining(","));
        return "FREQ=WEEKLY" + (list.isEmpty() ? "" : ";BYDAY=" + list);
    }

    /** The RRULE of one day in every month. */
    static String everyMonth(Ordinal ordinal, DayOfWeek day) {
        return "FREQ=MONTHLY;BYDAY=" + ordinal.number() + letters(day);
    }

    private static String letters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
