package org.watchfloor.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times for an axis, in local time; days that are 23 or 25 hours long do not shift them. */
final class TimeTicks {
    private static final List<Duration> WITHIN_A_DAY = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));
    private static final List<Period> DAYS = List.of(
            Period.ofDays(1),
            Period.ofDays(2),
            Period.ofDays(7),
            Period.ofDays(14),
            Period.ofMonths(1),
            Period.ofMonths(2),
            Period.ofMonths(3),
            Period.ofMonths(6),
            Period.ofYears(1));
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ROOT);

    private final Window window;
    private final ZoneId zone;

    private TimeTicks(Window window, ZoneId zone) {
        this.window = window;
        this.zone = zone;
    }

    /**
     * One round time.
     *
     * @param strong a new day among times, a new year among days
     */
    record Tick(Instant at, String label, boolean strong) {}

    /** At most {@code most} ticks, as many as round steps allow. */
    static List<Tick> of(Window window, ZoneId zone, int most) {
        TimeTicks ticks = new TimeTicks(window, zone);
        long bound = Math.max(1, most);
        for (Duration step : WITHIN_A_DAY) {
            if (window.length().dividedBy(step) < bound) {
                return ticks.within(step);
            }
        }
        for (Period step : DAYS) {
            if (window.length().toDays() / daysIn(step) < bound) {
                return ticks.days(step);
            }
        }
        return ticks.days(Period.ofYears(5));
    }

    @SuppressWarnings("JavaPeriodGetDays") // a step has days or months, never both
    private static long daysIn(Period step) {
        return Math.max(1, step.toTotalMonths() * 30 + step.getDays());
    }

    private List<Tick> within(Duration step) {
        LocalDateTime local = window.from().atZone(zone).toLocalDate().atStartOfDay();
        long skipped =
                Duration.between(local.atZone(zone).toInstant(), window.from()).dividedBy(step);
        return collect(local.plus(step.multipliedBy(Math.max(0, skipped - 3_600 / step.toSeconds() - 1))), step);
    }

    @SuppressWarnings("JavaPeriodGetDays") // a step has days or months, never both
    private List<Tick> days(Period step) {
        LocalDate day = window.from().atZone(zone).toLocalDate();
        LocalDate first = step.toTotalMonths() > 0
                ? day.withDayOfYear(1).withYear(day.getYear() - day.getYear() % Math.max(1, step.getYears()))
                : day.minusDays(Math.floorMod(day.toEpochDay() - A_MONDAY.toEpochDay(), step.getDays()));
        return collect(first.atStartOfDay(), step);
    }

    private List<Tick> collect(LocalDateTime first, TemporalAmount step) {
        List<Tick> ticks = new ArrayList<>();
        Instant before = Instant.MIN;
        for (LocalDateTime local = first; ; local = local.plus(step)) {
            ZonedDateTime zoned = local.atZone(zone);
            Instant at = zoned.toInstant();
            if (at.isAfter(window.to())) {
                return ticks;
            }
            if (!at.isBefore(window.from()) && at.isAfter(before)) {
                ticks.add(step instanceof Duration within ? ofTime(zoned, within) : ofDay(zoned, (Period) step));
                before = at;
            }
        }
    }

    private static Tick ofTime(ZonedDateTime at, Duration step) {
        boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
        DateTimeFormatter format = midnight ? DAY : step.toSeconds() < 60 ? SECONDS : MINUTES;
        return new Tick(at.toInstant(), format.format(at), midnight);
    }

    private static Tick ofDay(ZonedDateTime at, Period step) {
        boolean newYear = at.getDayOfYear() == 1;
        DateTimeFormatter format = newYear ? YEAR : step.toTotalMonths() > 0 ? MONTH : DAY;
        return new Tick(at.toInstant(), format.format(at), newYear);
    }
}
