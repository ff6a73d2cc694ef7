package org.watchfloor.alert;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.watchfloor.model.Labels;

/**
 * A test of one label, as in Alertmanager: {@code host="web-1"}, {@code host!="web-1"}, {@code host=~"web-.*"},
 * {@code host!~"web-.*"}. A missing label counts as empty; a pattern must match the whole value. Immutable.
 */
public final class Matcher {
    private static final Pattern FORM = Pattern.compile(
            "\\s*([A-Za-z_][A-Za-z0-9_]{0,99})\\s*(=~|!~|!=|=)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\"\\s]*))\\s*");
    private static final int LONGEST = 1_000;

    private final String label;
    private final String operator;
    private final String value;
    private final Optional<Pattern> pattern;

    private Matcher(String label, String operator, String value, Optional<Pattern> pattern) {
        this.label = label;
        this.operator = operator;
        this.value = value;
        this.pattern = pattern;
    }

    /** Empty if the text is not a matcher. */
    public static Optional<Matcher> parse(String text) {
        java.util.regex.Matcher found = FORM.matcher(text);
        if (text.length() > LONGEST || !found.matches()) {
            return Optional.empty();
        }
        String operator = found.group(2);
        String value = found.group(3) == null
                ? found.group(4)
                : found.group(3).replaceAll("\\\\(.)", operator.endsWith("~") ? "$0" : "$1");
        try {
            Optional<Pattern> pattern = operator.endsWith("~") ? Optional.of(Pattern.compile(value)) : Optional.empty();
            return Optional.of(new Matcher(found.group(1), operator, value, pattern));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    /** {@code label="value"}. */
    public static Matcher equal(String label, String value) {
        return new Matcher(label, "=", value, Optional.empty());
    }

    public boolean matches(Labels labels) {
        String seen = labels.get(label);
        boolean same = pattern.map(form -> form.matcher(seen).matches()).orElseGet(() -> seen.equals(value));
        return same != operator.startsWith("!");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matcher matcher && toString().equals(matcher.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** As it is written: parsed again, it is the same. */
    @Override
    public String toString() {
        String written =
                pattern.isPresent() ? value : value.replace("\\", "\\\\").replace("\"", "\\\"");
        return label + operator + "\"" + written + "\"";
    }
}
