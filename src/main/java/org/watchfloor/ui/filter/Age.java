package org.watchfloor.ui.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.ui.filter.FilterParser.Misread;
import org.watchfloor.ui.filter.FilterParser.Value;

/** How long the present state lasts: {@code 2h} is at most two hours, {@code >2h} is longer. */
record Age(boolean longer, Duration limit) implements Term {
    private static final Pattern WRITTEN = Pattern.compile("([<>]?)((?:\\d{1,5}[smhdw]){1,4})");
    private static final Pattern PART = Pattern.compile("(\\d+)([smhdw])");

    static Age parse(Value value) throws Misread {
        Matcher written = WRITTEN.matcher(value.text().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            throw new Misread(value.position(), "write a time such as since:30m, since:2h, since:>1d");
        }
        Duration limit = PART.matcher(written.group(2))
                .results()
                .map(part -> times(Long.parseLong(part.group(1)), part.group(2)))
                .reduce(Duration.ZERO, Duration::plus);
        return new Age(written.group(1).equals(">"), limit);
    }

    private static Duration times(long count, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    @Override
    public boolean matches(Subject subject, Instant now) {
        Duration age = Duration.between(subject.health().since(), now);
        return longer == age.compareTo(limit) > 0;
    }
}
