package org.watchfloor.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Durations as operators write them: {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h30m}, {@code 7d}. */
public final class DurationText {
    static final String PATTERN = "(?=.)(\\d{1,9}d)?(\\d{1,9}h)?(\\d{1,9}m)?(\\d{1,9}s)?(\\d{1,9}ms)?";
    static final String EXAMPLES = "500ms, 10s, 5m or 1h30m";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private DurationText() {}

    static Optional<Duration> parse(String text) {
        return Optional.of(WHOLE.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(found -> Duration.ofDays(part(found, 1, "d"))
                        .plusHours(part(found, 2, "h"))
                        .plusMinutes(part(found, 3, "m"))
                        .plusSeconds(part(found, 4, "s"))
                        .plusMillis(part(found, 5, "ms")));
    }

    private static long part(MatchResult found, int group, String unit) {
        String digits = found.group(group);
        return digits == null ? 0 : Long.parseLong(digits.substring(0, digits.length() - unit.length()));
    }

    public static String format(Duration duration) {
        String text = part(duration.toDays(), "d")
                + part(duration.toHoursPart(), "h")
                + part(duration.toMinutesPart(), "m")
                + part(duration.toSecondsPart(), "s")
                + part(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String part(long amount, String unit) {
        return amount == 0 ? "" : amount + unit;
    }
}
