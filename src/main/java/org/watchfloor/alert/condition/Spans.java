package org.watchfloor.alert.condition;

import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them, in milliseconds: {@code 500ms}, {@code 5m}, {@code 1h30m}, {@code 7d}. */
final class Spans {
    private static final Pattern WHOLE =
            Pattern.compile("(?=.)(?:(\\d{1,6})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};
    private static final String[] SIGNS = {"d", "h", "m", "s", "ms"};

    private Spans() {}

    static OptionalLong parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        return matcher.matches() ? OptionalLong.of(millis(matcher)) : OptionalLong.empty();
    }

    static String text(long millis) {
        StringBuilder text = new StringBuilder();
        long rest = millis;
        for (int part = 0; part < SIGNS.length; part++) {
            long amount = rest / MILLIS[part];
            if (amount > 0) {
                text.append(amount).append(SIGNS[part]);
            }
            rest -= amount * MILLIS[part];
        }
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static long millis(MatchResult found) {
        long millis = 0;
        for (int part = 0; part < SIGNS.length; part++) {
            String digits = found.group(part + 1);
            millis += digits == null ? 0 : Long.parseLong(digits) * MILLIS[part];
        }
        return millis;
    }
}
