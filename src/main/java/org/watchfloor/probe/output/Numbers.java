package org.watchfloor.probe.output;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Plain decimal numbers; {@link Double#parseDouble} alone would also take {@code NaN}, {@code 0x1p3} and {@code 1d}. */
final class Numbers {
    private static final int MAX_LENGTH = 64;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]++(?:[.,][0-9]*+)?|[.,][0-9]++)(?:[eE][+-]?[0-9]{1,3})?");

    private Numbers() {}

    static OptionalDouble parse(String text) {
        String plain = text.strip();
        if (plain.length() > MAX_LENGTH || !NUMBER.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain.replace(',', '.'));
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
