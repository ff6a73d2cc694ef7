package org.watchfloor.alert.calendar;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Reads a cron expression into the values of its fields. Pure functions. */
final class CronReader {
    private static final int LONGEST = 200;
    private static final String EXAMPLE =
            "write five fields such as 0 22 * * fri: minute hour day-of-month month day-of-week";
    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private CronReader() {}

    static Cron read(String text) throws BadRecurrence {
        String[] fields = text.strip().split("\\s+", -1);
        if (fields.length != CronField.values().length || text.length() > LONGEST) {
            String found = text.length() > LONGEST ? text.length() + " characters" : fields.length + " fields";
            throw new BadRecurrence("has " + found + ", not five fields", EXAMPLE);
        }
        List<Integer> minutes = List.copyOf(CronField.MINUTE.values(fields[0]));
        List<Integer> hours = List.copyOf(CronField.HOUR.values(fields[1]));
        boolean either = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        CronDays days = new CronDays(
                CronField.DAY_OF_MONTH.values(fields[2]),
                CronField.MONTH.values(fields[3]),
                CronField.DAY_OF_WEEK.values(fields[4]),
                either);
        Cron cron = new Cron(text, days, new TimesOfDay(ChronoUnit.DAYS, 1, SOME_DAY, hours, minutes, List.of(0)));
        if (!cron.starts(SOME_DAY).hasNext()) {
            throw new BadRecurrence("never begins: no month has such a day", "mend the day or the month");
        }
        return cron;
    }
}
