package org.watchfloor.alert.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in plain digits, whatever the locale and never with an exponent. */
final class Figures {
    private static final int FEWEST = 3;
    private static final int MOST = 17;

    private Figures() {}

    /** All digits of the value in units of the scale. */
    static String exact(double value, BigDecimal scale) {
        return Double.isInfinite(value) ? infinite(value) : plain(scaled(value, scale));
    }

    /** Three digits that count and the whole part, more if the text would not differ from that of the other value. */
    static String rounded(double value, double other, BigDecimal scale) {
        if (Double.isInfinite(value)) {
            return infinite(value);
        }
        BigDecimal exact = scaled(value, scale);
        String otherText = exact(other, scale);
        String text = rounded(exact, FEWEST);
        for (int digits = FEWEST + 1; digits <= MOST && value != other && text.equals(otherText); digits++) {
            text = rounded(exact, digits);
        }
        return text;
    }

    private static String rounded(BigDecimal exact, int digits) {
        int whole = exact.precision() - exact.scale();
        return plain(exact.round(new MathContext(Math.max(digits, whole), RoundingMode.HALF_UP)));
    }

    private static BigDecimal scaled(double value, BigDecimal scale) {
        return BigDecimal.valueOf(value).divide(scale, MathContext.DECIMAL128);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String infinite(double value) {
        return value > 0 ? "infinite" : "minus infinite";
    }
}
