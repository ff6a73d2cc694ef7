package org.watchfloor.recovery.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP statuses from one to another, both included, from 100 to 599. */
public record StatusRange(int from, int to) {
    static final StatusRange SUCCESS = new StatusRange(200, 299);

    private static final Pattern RANGE = Pattern.compile("([1-5][0-9]{2})(?:-([1-5][0-9]{2}))?");

    /** {@code 204} or {@code 200-299}; empty if it is neither. */
    static Optional<StatusRange> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        return Optional.of(new StatusRange(from, to)).filter(found -> from <= to);
    }

    public boolean holds(int status) {
        return status >= from && status <= to;
    }

    @Override
    public String toString() {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
