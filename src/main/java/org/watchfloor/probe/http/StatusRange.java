package org.watchfloor.probe.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Status codes from {@code first} to {@code last}, both included, each 100 to 599. */
public record StatusRange(int first, int last) {
    private static final Pattern TEXT = Pattern.compile("([1-5]\\d\\d)(?:\\s*-\\s*([1-5]\\d\\d))?");

    /** {@code 200} or {@code 200-299}; empty if the text is neither. */
    static Optional<StatusRange> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return first <= last ? Optional.of(new StatusRange(first, last)) : Optional.empty();
    }

    boolean contains(int status) {
        return first <= status && status <= last;
    }

    @Override
    public String toString() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }
}
