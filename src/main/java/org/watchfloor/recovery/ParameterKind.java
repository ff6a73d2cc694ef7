package org.watchfloor.recovery;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.text.Meaning;

/** What values a parameter takes. */
public sealed interface ParameterKind {
    /** What is wrong with a value, as the rest of a sentence; empty if it fits. */
    Optional<String> fault(String value);

    Meaning meaning();

    /** In plain words, for whoever has to give one. */
    String rule();

    /**
     * Any text in one line. Without a pattern it must not begin with a hyphen, which commands take for an option.
     *
     * @param pattern that all of it must match
     * @param longest in characters, 1 to 4096, default 200
     */
    record Text(Optional<Pattern> pattern, int longest) implements ParameterKind {
        @Override
        public Optional<String> fault(String value) {
            if (value.length() > longest) {
                return Optional.of("is longer than " + longest + " characters");
            }
            if (value.codePoints().anyMatch(Text::isControl)) {
                return Optional.of("holds a line break or another control character");
            }
            return pattern.isPresent() ? unmatched(pattern.get(), value) : option(value);
        }

        private static boolean isControl(int c) {
            return Character.isISOControl(c)
                    || switch (Character.getType(c)) {
                        case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
                        default -> false;
                    };
        }

        private static Optional<String> unmatched(Pattern pattern, String value) {
            return pattern.matcher(value).matches() ? Optional.empty() : Optional.of("does not match " + pattern);
        }

        private static Optional<String> option(String value) {
            return value.startsWith("-")
                    ? Optional.of("begins with a hyphen, which commands take for an option")
                    : Optional.empty();
        }

        @Override
        public Meaning meaning() {
            return Meaning.TEXT;
        }

        @Override
        public String rule() {
            return "text up to " + longest + " characters"
                    + pattern.map(found -> " that matches " + found).orElse("");
        }

        /** Patterns are equal when they are written the same. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Text text
                    && longest == text.longest
                    && pattern.map(Pattern::pattern).equals(text.pattern.map(Pattern::pattern));
        }

        @Override
        public int hashCode() {
            return 31 * longest + pattern.map(Pattern::pattern).hashCode();
        }
    }

    /** A decimal number as JSON writes it, without exponent. */
    record Numeric(BigDecimal min, BigDecimal max) implements ParameterKind {
        private static final Pattern WRITTEN = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,9})?");

        @Override
        public Optional<String> fault(String value) {
            if (!WRITTEN.matcher(value).matches()) {
                return Optional.of("is not a number such as 14 or 0.5");
            }
            BigDecimal number = new BigDecimal(value);
            return number.compareTo(min) < 0 || number.compareTo(max) > 0
                    ? Optional.of("is not from " + min.toPlainString() + " to " + max.toPlainString())
                    : Optional.empty();
        }

        @Override
        public Meaning meaning() {
            return Meaning.NUMBER;
        }

        @Override
        public String rule() {
            return "number from " + min.toPlainString() + " to " + max.toPlainString();
        }
    }

    /** @param choices at least one */
    record Choice(List<String> choices) implements ParameterKind {
        public Choice {
            choices = List.copyOf(choices);
        }

        @Override
        public Optional<String> fault(String value) {
            return choices.contains(value) ? Optional.empty() : Optional.of("is none of " + rule());
        }

        @Override
        public Meaning meaning() {
            return Meaning.TEXT;
        }

        @Override
        public String rule() {
            return String.join(", ", choices);
        }
    }

    /** The id of a host of the configuration; its address goes with it as {@code NAME.address}. */
    record OfHost(Set<String> hosts) implements ParameterKind {
        public OfHost {
            hosts = Set.copyOf(hosts);
        }

        @Override
        public Optional<String> fault(String value) {
            return hosts.contains(value) ? Optional.empty() : Optional.of("is no host of the configuration");
        }

        @Override
        public Meaning meaning() {
            return Meaning.NAME;
        }

        @Override
        public String rule() {
            return "a host";
        }
    }

    /** A length of time such as {@code 90s} or {@code 1h30m}. */
    record Length(Duration min, Duration max) implements ParameterKind {
        private static final Pattern WRITTEN = Pattern.compile("(?=.)([0-9]{1,5}h)?([0-9]{1,5}m)?([0-9]{1,5}s)?");

        @Override
        public Optional<String> fault(String value) {
            if (!WRITTEN.matcher(value).matches()) {
                return Optional.of("is not a length of time such as 90s or 1h30m");
            }
            Duration length = Duration.parse("PT" + value);
            return length.compareTo(min) < 0 || length.compareTo(max) > 0
                    ? Optional.of("is not from " + Lengths.text(min) + " to " + Lengths.text(max))
                    : Optional.empty();
        }

        @Override
        public Meaning meaning() {
            return Meaning.NAME;
        }

        @Override
        public String rule() {
            return "length of time from " + Lengths.text(min) + " to " + Lengths.text(max);
        }
    }
}
