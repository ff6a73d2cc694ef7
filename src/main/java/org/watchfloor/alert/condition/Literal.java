package org.watchfloor.alert.condition;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.watchfloor.model.State;

/** The right side of a comparison as written, without what it means beside its left side. */
sealed interface Literal {
    /** {@code 0.5}, {@code -3}. */
    record Plain(double value) implements Literal {}

    /** {@code 5%}; decimal, so that its hundredth is as exact as if it had been written. */
    record Percent(BigDecimal number) implements Literal {}

    /** {@code 1h30m}. */
    record Time(long millis) implements Literal {}

    /** {@code 10MiB}. */
    record Bytes(long bytes) implements Literal {}

    /** {@code DOWN}. */
    record OfState(State state) implements Literal {}

    Pattern NUMBER = Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,15})?)(%?)");

    static Optional<Literal> parse(String word) {
        var number = NUMBER.matcher(word);
        if (number.matches()) {
            BigDecimal value = new BigDecimal(number.group(1));
            boolean isPlain = number.group(2).isEmpty();
            double plain = value.signum() == 0 ? 0 : value.doubleValue(); // there is one zero
            return Optional.of(isPlain ? new Plain(plain) : new Percent(value));
        }
        OptionalLong millis = Spans.parse(word);
        if (millis.isPresent()) {
            return Optional.of(new Time(millis.getAsLong()));
        }
        OptionalLong bytes = ByteUnit.parse(word);
        if (bytes.isPresent()) {
            return Optional.of(new Bytes(bytes.getAsLong()));
        }
        return Words.STATES.contains(word) ? Optional.of(new OfState(State.valueOf(word))) : Optional.empty();
    }

    /** For messages. */
    default String kind() {
        return switch (this) {
            case Plain _ -> "a number";
            case Percent _ -> "a percentage";
            case Time _ -> "a duration";
            case Bytes _ -> "an amount of bytes";
            case OfState _ -> "a state";
        };
    }
}
