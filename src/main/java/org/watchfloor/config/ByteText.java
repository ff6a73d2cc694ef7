package org.watchfloor.config;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of bytes as operators write them: {@code 64KiB}, {@code 1MiB}, or plain bytes. */
final class ByteText {
    static final String PATTERN = "(\\d{1,12})\\s?(B|KiB|MiB|GiB)?";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private ByteText() {}

    static OptionalLong parse(String text) {
        Matcher matcher = WHOLE.matcher(text);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        String unit = matcher.group(2);
        int power = unit == null ? 0 : Math.max(0, "BKMG".indexOf(unit.charAt(0)));
        return OptionalLong.of(Long.parseLong(matcher.group(1)) << (10 * power));
    }

    static String format(long bytes) {
        if (bytes > 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + "MiB";
        }
        return bytes > 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + "KiB" : bytes + "B";
    }
}
