package org.watchfloor.alert.calendar;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Reads a cron expression once into the values of its fields; the library is asked no more after that. Stateless. */
final class CronReader {
    private static final int LONGEST = 200;
    private static final String EXAMPLE =
            "write five fields such as 0 22 * * fri: minute hour day-of-month month day-of-week";
    private static final LocalDateTime YEAR = LocalDateTime.of(2000, 1, 1, 0, 0);

    private CronReader() {}

    static Cron read(String text) throws BadRecurrence {
        String[] fields = text.strip().toUpperCase(Locale.ROOT).split("\\s+", -1);
        if (fields.length != 5 || text.length() > LONGEST) {
            String found = text.length() > LONGEST ? text.length() + " characters" : fields.length + " fields";
            throw new BadRecurrence("has " + found + ", not five fields", EXAMPLE);
        }
        try {
            Cron cron = read(text, fields);
            if (!cron.starts(YEAR).hasNext()) {
                throw new BadRecurrence("never begins: no month has such a day", "mend the day or the month");
            }
            return cron;
        } catch (IllegalArgumentException e) {
            String why = Quoted.line(String.valueOf(e.getMessage()));
            throw new BadRecurrence("is not a cron expression: " + why, EXAMPLE);
        }
    }

    private static Cron read(String text, String[] fields) {
        List<Integer> minutes = values(fields[0] + " 0 1 1 *", ZonedDateTime::getMinute);
        List<Integer> hours = values("0 " + fields[1] + " 1 1 *", ZonedDateTime::getHour);
        boolean either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        CronDays days = new CronDays(
                Set.copyOf(values("0 0 " + fields[2] + " 1 *", ZonedDateTime::getDayOfMonth)),
                Set.copyOf(values("0 0 1 " + fields[3] + " *", ZonedDateTime::getMonthValue)),
                Set.copyOf(values(
                        "0 0 * 1 " + fields[4], time -> time.getDayOfWeek().getValue())),
                either);
        return new Cron(text, days, new TimesOfDay(ChronoUnit.DAYS, 1, YEAR, hours, minutes, List.of(0)));
    }

    /** Plays the expression, in which one field varies, for a year of UTC. */
    private static List<Integer> values(String expression, ToIntFunction<ZonedDateTime> field) {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        ExecutionTime times = ExecutionTime.forCron(parser.parse(expression));
        ZonedDateTime before = YEAR.minusSeconds(1).atZone(ZoneOffset.UTC);
        return Stream.iterate(
                        times.nextExecution(before), Optional::isPresent, last -> last.flatMap(times::nextExecution))
                .flatMap(Optional::stream)
                .takeWhile(time -> time.getYear() == YEAR.getYear())
                .mapToInt(field)
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }
}
