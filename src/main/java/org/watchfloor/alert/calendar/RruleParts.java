package org.watchfloor.alert.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code NAME=VALUE} parts of a recurrence rule. Pure functions. */
final class RruleParts {
    private static final int LONGEST = 1_000;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private RruleParts() {}

    /** In upper case, in the order written. */
    static Map<String, String> of(String text) throws BadRecurrence {
        if (text.length() > LONGEST) {
            throw notARule("it has " + text.length() + " characters, more than " + LONGEST);
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw notARule("the part " + Quoted.text(part) + " is not NAME=VALUE");
            }
            String name = part.substring(0, equals);
            if (parts.putIfAbsent(name, part.substring(equals + 1)) != null) {
                throw notARule(name + " is given twice");
            }
        }
        return parts;
    }

    static String text(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    static BadRecurrence notARule(String why) {
        return new BadRecurrence(
                "is not a recurrence rule: " + why, "write such as FREQ=WEEKLY;BYDAY=SA,SU (RFC 5545, 3.3.10)");
    }

    /** The last instant (inclusive); of a date, the end of its day. */
    static Optional<Instant> until(Map<String, String> parts, ZoneId zone) throws BadRecurrence {
        String text = parts.get("UNTIL");
        return text == null ? Optional.empty() : Optional.of(until(text, zone));
    }

    private static Instant until(String text, ZoneId zone) throws BadRecurrence {
        try {
            if (text.length() == 8) {
                LocalDate day = LocalDate.parse(text, DATE);
                return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
            }
            boolean utc = text.endsWith("Z");
            LocalDateTime local = LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, UNTIL);
            return local.atZone(utc ? ZoneOffset.UTC : zone).toInstant();
        } catch (DateTimeException e) {
            throw new BadRecurrence(
                    "has the UNTIL " + Quoted.text(text), "write such as UNTIL=20261231 or UNTIL=20261231T220000Z");
        }
    }
}
