package org.watchfloor.alert.calendar.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, times and durations of RFC 5545, 3.3.4 to 3.3.6. Pure functions. */
final class IcalTimes {
    private static final DateTimeFormatter DATE = pattern("uuuuMMdd");
    private static final DateTimeFormatter LOCAL = pattern("uuuuMMdd'T'HHmmss");
    private static final Pattern DURATION = Pattern.compile(
            "\\+?P(?:(\\d{1,4})W|(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,8})S)?)?)");

    private IcalTimes() {}

    /** A nominal and an exact part: a day is not always 24 hours. */
    record Length(Period days, Duration time) {
        Instant after(LocalDateTime start, ZoneId zone) {
            return start.atZone(zone).plus(days).plus(time).toInstant();
        }
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static String local(LocalDateTime time) {
        return LOCAL.format(time);
    }

    static String utc(Instant instant) {
        return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException e) {
            return none(e);
        }
    }

    /** Without the Z of UTC. */
    static Optional<LocalDateTime> local(String text) {
        try {
            // the strict formatter knows no leap second
            return Optional.of(LocalDateTime.parse(text.replaceFirst("60$", "59"), LOCAL));
        } catch (DateTimeException e) {
            return none(e);
        }
    }

    /** {@code P1DT2H30M}, {@code P2W}; negative and empty ones are none. */
    static Optional<Length> length(String text) {
        Matcher found = DURATION.matcher(text.toUpperCase(Locale.ROOT));
        if (!found.matches() || text.endsWith("T") || text.endsWith("P")) {
            return Optional.empty();
        }
        Period days = Period.ofDays(7 * number(found, 1) + number(found, 2));
        Duration time =
                Duration.ofHours(number(found, 3)).plusMinutes(number(found, 4)).plusSeconds(number(found, 5));
        return Optional.of(new Length(days, time));
    }

    private static int number(Matcher found, int group) {
        String digits = found.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static <T> Optional<T> none(@SuppressWarnings("unused") DateTimeException e) {
        return Optional.empty();
    }
}
