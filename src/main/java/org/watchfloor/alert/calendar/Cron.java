package org.watchfloor.alert.calendar;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cron expression of five fields: minute, hour, day of month, month, day of week (0 and 7 are Sunday), with names,
 * lists, ranges and steps. As in crontab(5), a day matches either of the two day fields if both are restricted.
 * Immutable.
 */
public final class Cron implements Recurrence {
    private static final int LONGEST = 200;
    private static final String EXAMPLE = "write five fields such as 0 22 * * fri: minute hour day-of-month month day-of-week";
    private static final LocalDateTime SOME_YEAR = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final String text;
    private final ExecutionTime times;

    private Cron(String text, ExecutionTime times) {
        this.text = text;
        this.times = times;
    }

    /** @throws BadRecurrence also if it never begins, such as on 30 February */
    public static Cron of(String text) throws BadRecurrence {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != 5 || text.length() > LONGEST) {
            String found = text.length() > LONGEST ? text.length() + " characters" : fields.length + " fields";
            throw new BadRecurrence("has " + found + ", not five fields", EXAMPLE);
        }
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        try {
            String plain = String.join(" ", fields).toUpperCase(Locale.ROOT);
            Cron cron = new Cron(text, ExecutionTime.forCron(parser.parse(plain)));
            if (!cron.starts(SOME_YEAR).hasNext()) {
                throw new BadRecurrence("never begins: no month has such a day", "mend the day or the month");
            }
            return cron;
        } catch (IllegalArgumentException e) {
            throw new BadRecurrence("is not a cron expression: " + Quoted.line(String.valueOf(e.getMessage())), EXAMPLE);
        }
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Optional<Instant> until() {
        return Optional.empty();
    }

    /** Asked in UTC, where no clock changes: the zone's changes are the window's matter. */
    @Override
    public Iterator<LocalDateTime> starts(LocalDateTime from) {
        LocalDateTime second = from.truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime before = second.equals(from) ? second.minusSeconds(1) : second;
        return Stream.iterate(next(before.atZone(ZoneOffset.UTC)), Optional::isPresent, last -> last.flatMap(this::next))
                .flatMap(Optional::stream)
                .map(ZonedDateTime::toLocalDateTime)
                .iterator();
    }

    private Optional<ZonedDateTime> next(ZonedDateTime after) {
        return times.nextExecution(after);
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
