package org.watchfloor.alert.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A random recurrence rule whose local minutes are told by looking at each minute alone. */
record RandomRule(
        ChronoUnit unit,
        int interval,
        LocalDateTime start,
        Optional<List<Integer>> months,
        Optional<List<Integer>> monthDays,
        Optional<List<Integer>> weekdays,
        Optional<List<Integer>> hours,
        Optional<List<Integer>> minutes) {
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS);
    private static final List<Integer> MONTH_DAYS =
            IntStream.rangeClosed(-31, 31).filter(day -> day != 0).boxed().toList();

    static RandomRule of(RandomGenerator random) {
        ChronoUnit unit = UNITS.get(random.nextInt(UNITS.size()));
        LocalDateTime start =
                LocalDateTime.of(1970 + random.nextInt(60), 1, 1, 0, 0).plusMinutes(random.nextInt(365 * 24 * 60));
        int most = unit == ChronoUnit.MINUTES ? 200 : unit == ChronoUnit.HOURS ? 30 : 3;
        return new RandomRule(
                unit,
                1 + random.nextInt(most),
                start,
                some(random, 6, IntStream.rangeClosed(1, 12).boxed().toList(), 6),
                unit == ChronoUnit.WEEKS ? Optional.empty() : some(random, 3, MONTH_DAYS, 12),
                some(random, 2, IntStream.rangeClosed(1, 7).boxed().toList(), 3),
                some(random, 3, IntStream.rangeClosed(0, 23).boxed().toList(), 5),
                some(random, 3, IntStream.rangeClosed(0, 59).boxed().toList(), 4));
    }

    private static Optional<List<Integer>> some(RandomGenerator random, int oneIn, List<Integer> all, int most) {
        if (random.nextInt(oneIn) != 0) {
            return Optional.empty();
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        random.ints(1 + random.nextInt(most), 0, all.size()).forEach(index -> chosen.add(all.get(index)));
        return Optional.of(List.copyOf(chosen));
    }

    String text() {
        String freq = switch (unit) {
            case MINUTES -> "MINUTELY";
            case HOURS -> "HOURLY";
            case DAYS -> "DAILY";
            case WEEKS -> "WEEKLY";
            default -> "MONTHLY";
        };
        return "FREQ=" + freq + ";INTERVAL=" + interval
                + part("BYMONTH", months)
                + part("BYMONTHDAY", monthDays)
                + weekdays.map(days -> ";BYDAY="
                                + days.stream()
                                        .map(day -> DayOfWeek.of(day).name().substring(0, 2))
                                        .collect(Collectors.joining(",")))
                        .orElse("")
                + part("BYHOUR", hours)
                + part("BYMINUTE", minutes);
    }

    private static String part(String name, Optional<List<Integer>> values) {
        return values.map(found ->
                        ";" + name + "=" + found.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .orElse("");
    }

    boolean begins(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        return !time.isBefore(start)
                && isOnBeat(time)
                && months.map(found -> found.contains(time.getMonthValue())).orElse(true)
                && matchesDay(day)
                && hours.map(found -> found.contains(time.getHour()))
                        .orElse(unit == ChronoUnit.MINUTES
                                || unit == ChronoUnit.HOURS
                                || time.getHour() == start.getHour())
                && minutes.map(found -> found.contains(time.getMinute()))
                        .orElse(unit == ChronoUnit.MINUTES || time.getMinute() == start.getMinute());
    }

    private boolean matchesDay(LocalDate day) {
        boolean impliedDate = unit == ChronoUnit.MONTHS && weekdays.isEmpty();
        boolean date = monthDays
                .map(found -> found.contains(day.getDayOfMonth())
                        || found.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1))
                .orElse(!impliedDate || day.getDayOfMonth() == start.getDayOfMonth());
        boolean impliedWeekday = unit == ChronoUnit.WEEKS;
        boolean weekday = weekdays.map(
                        found -> found.contains(day.getDayOfWeek().getValue()))
                .orElse(!impliedWeekday || day.getDayOfWeek() == start.getDayOfWeek());
        return date && weekday;
    }

    private boolean isOnBeat(LocalDateTime time) {
        LocalDate from = start.toLocalDate();
        LocalDate day = time.toLocalDate();
        long periods = switch (unit) {
            case MINUTES -> ChronoUnit.MINUTES.between(start, time);
            case HOURS ->
                ChronoUnit.HOURS.between(start.truncatedTo(ChronoUnit.HOURS), time.truncatedTo(ChronoUnit.HOURS));
            case DAYS -> ChronoUnit.DAYS.between(from, day);
            case WEEKS -> ChronoUnit.WEEKS.between(from.with(DayOfWeek.MONDAY), day.with(DayOfWeek.MONDAY));
            default -> ChronoUnit.MONTHS.between(from.withDayOfMonth(1), day.withDayOfMonth(1));
        };
        return periods % interval == 0;
    }
}
