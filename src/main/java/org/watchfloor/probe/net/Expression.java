package org.watchfloor.probe.net;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of {@code java.util.regex} that equals another with the same text, so that specs can be
 * compared. Immutable.
 */
public final class Expression {
    private final Pattern pattern;

    private Expression(Pattern pattern) {
        this.pattern = pattern;
    }

    public static Expression of(Pattern pattern) {
        return new Expression(pattern);
    }

    public Pattern pattern() {
        return pattern;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that
                && pattern.pattern().equals(that.pattern.pattern())
                && pattern.flags() == that.pattern.flags();
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }

    /** Between slashes, shortened for messages. */
    @Override
    public String toString() {
        return "/" + Words.cut(pattern.pattern(), 120) + "/";
    }
}
