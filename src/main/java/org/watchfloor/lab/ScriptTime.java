package org.watchfloor.lab;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as scripts write them: up to a day, such as {@code 500ms}, {@code 10s}, {@code 5m} or {@code 1h30m}. */
final class ScriptTime {
    private static final Pattern TIME =
            Pattern.compile("(?=.)(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,8})ms)?");
    private static final Duration LONGEST = Duration.ofDays(1);

    private ScriptTime() {}

    static Duration parse(String text) throws LineProblem {
        Matcher found = TIME.matcher(text);
        if (!found.matches()) {
            throw new LineProblem(LineWords.quoted(text) + " is not a time", "write such as 500ms, 10s, 5m or 1h30m");
        }
        Duration time = Duration.ofHours(amount(found.group(1)))
                .plusMinutes(amount(found.group(2)))
                .plusSeconds(amount(found.group(3)))
                .plusMillis(amount(found.group(4)));
        if (time.compareTo(LONGEST) > 0) {
            throw new LineProblem(LineWords.quoted(text) + " is too long", "use at most 24h");
        }
        return time;
    }

    /** A time that is long enough to wait for again and again. */
    static Duration parsePeriod(String text) throws LineProblem {
        Duration period = parse(text);
        if (period.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new LineProblem(LineWords.quoted(text) + " is too short", "use at least 1s");
        }
        return period;
    }

    private static long amount(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
