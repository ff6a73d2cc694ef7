package org.watchfloor.alert.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.Optional;

/**
 * A cron expression of five fields: minute, hour, day of month, month, day of week (0 and 7 are Sunday), with names,
 * lists, ranges and steps. As in crontab(5), a day matches either of the two day fields if both are restricted, that is,
 * if neither begins with a star. Immutable.
 */
public final class Cron implements Recurrence {
    private final String text;
    private final CronDays days;
    private final TimesOfDay times;

    Cron(String text, CronDays days, TimesOfDay times) {
        this.text = text;
        this.days = days;
        this.times = times;
    }

    /** @throws BadRecurrence also if it never begins, such as on 30 February */
    public static Cron of(String text) throws BadRecurrence {
        return CronReader.read(text);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.empty();
    }

    @Override
    public Iterator<LocalDateTime> starts(LocalDateTime from) {
        return new TimedDays(days.from(from.toLocalDate()), times, from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron cron && cron.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
