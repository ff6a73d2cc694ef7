package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.ConfigNode;

/**
 * Reads the keys that say when: {@code from} and {@code to}, or {@code rrule}, {@code from} and {@code lasts}, or
 * {@code cron} and {@code lasts}. Use once.
 */
final class WindowReader {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MOST_EXCEPTIONS = 1_000;

    private final ConfigNode node;
    private final ZoneId zone;
    private final Optional<String> from;
    private final Optional<String> to;
    private final Optional<String> rrule;
    private final Optional<String> cron;
    private final Optional<Duration> lasts;
    private final List<String> except;

    private WindowReader(ConfigNode node, ZoneId zone) {
        this.node = node;
        this.zone = zone;
        from = node.key("from", "begin, such as 2026-03-28T22:00; of a rule, where it counts from")
                .text();
        to = node.key("to", "end of a single window, such as 2026-03-29T04:00").text();
        rrule = node.key("rrule", "recurrence rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=-1FR")
                .text();
        cron = node.key("cron", "begin as five cron fields, such as 0 22 * * fri")
                .text();
        lasts = node.key("lasts", "elapsed time of each recurrence, 1m to 366d")
                .duration(SHORTEST, RecurringWindow.LONGEST);
        except = node.key("except", "days or beginnings that are left out, such as 2026-12-25")
                .texts();
    }

    static Optional<Window> read(ConfigNode node, ZoneId zone) {
        WindowReader reader = new WindowReader(node, zone);
        return node.isDescribing() ? Optional.empty() : reader.window();
    }

    private Optional<Window> window() {
        if (rrule.isPresent() && cron.isPresent()) {
            node.problem("cron", "rrule and cron are both given", "remove one of the two");
            return Optional.empty();
        }
        Exclusions left = exclusions();
        if (rrule.isPresent()) {
            return recurring(rrule.flatMap(this::rule), left);
        }
        return cron.isPresent() ? recurring(cron.flatMap(this::cron), left) : fixed();
    }

    private Optional<Window> fixed() {
        hasNoEffect("lasts", lasts.isPresent(), "write to instead, or add rrule or cron");
        hasNoEffect("except", !except.isEmpty(), "remove it, or add rrule or cron");
        require("from", from, "add from and to, or rrule, or cron");
        require("to", to, "add to, such as " + LocalText.TIME_EXAMPLE);
        Optional<Instant> begin = from.flatMap(text -> time("from", text)).map(this::instant);
        Optional<Instant> end = to.flatMap(text -> time("to", text)).map(this::instant);
        if (begin.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        if (!end.get().isAfter(begin.get())) {
            node.problem("to", "\"to\" is not after from", "move to behind from, or exchange the two");
            return Optional.empty();
        }
        return Optional.of(new FixedWindow(new Span(begin.get(), end.get())));
    }

    private Optional<Window> recurring(Optional<? extends Recurrence> recurrence, Exclusions left) {
        require("lasts", lasts, "add lasts, such as 2h");
        hasNoEffect("to", to.isPresent(), "write lasts; the rule ends with UNTIL or COUNT");
        return recurrence.flatMap(rule -> lasts.map(length -> new RecurringWindow(rule, zone, length, left)));
    }

    private Optional<Rrule> rule(String text) {
        require("from", from, "add from, such as " + LocalText.TIME_EXAMPLE + ": the rule counts from there");
        return from.flatMap(begin -> time("from", begin)).flatMap(start -> rule(text, start));
    }

    private Optional<Rrule> rule(String text, LocalDateTime start) {
        try {
            return Optional.of(Rrule.of(text, start, zone));
        } catch (BadRecurrence e) {
            return noted("rrule", e);
        }
    }

    private Optional<Cron> cron(String text) {
        hasNoEffect("from", from.isPresent(), "remove it, or write rrule");
        try {
            return Optional.of(Cron.of(text));
        } catch (BadRecurrence e) {
            return noted("cron", e);
        }
    }

    private <T> Optional<T> noted(String key, BadRecurrence bad) {
        node.problem(key, "\"" + key + "\" " + bad.what(), bad.mend());
        return Optional.empty();
    }

    private Exclusions exclusions() {
        if (except.size() > MOST_EXCEPTIONS) {
            node.problem("except", "\"except\" has more than " + MOST_EXCEPTIONS + " entries", "end the rule instead");
            return Exclusions.NONE;
        }
        Set<LocalDate> days = new HashSet<>();
        Set<LocalDateTime> times = new HashSet<>();
        for (String text : except) {
            LocalText.date(text)
                    .ifPresentOrElse(days::add, () -> time("except", text).ifPresent(times::add));
        }
        return new Exclusions(days, times);
    }

    private Optional<LocalDateTime> time(String key, String text) {
        Optional<LocalDateTime> time = LocalText.dateTime(text, zone);
        if (time.isEmpty()) {
            String day = key.equals("except") ? LocalText.DATE_EXAMPLE + ", " : "";
            node.problem(
                    key,
                    "\"" + key + "\" is " + Quoted.text(text) + ", not a date and time",
                    "write such as " + day + LocalText.TIME_EXAMPLE);
        }
        return time;
    }

    private Instant instant(LocalDateTime local) {
        return local.atZone(zone).toInstant();
    }

    private void require(String key, Optional<?> value, String mend) {
        boolean isWritten = !node.placeOf(key).equals(node.place());
        if (value.isEmpty() && !isWritten) {
            node.problem("\"" + key + "\" is missing", mend);
        }
    }

    private void hasNoEffect(String key, boolean isGiven, String mend) {
        if (isGiven) {
            node.problem(key, "\"" + key + "\" has no effect here", mend);
        }
    }
}
