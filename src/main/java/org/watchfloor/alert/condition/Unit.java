package org.watchfloor.alert.condition;

import java.math.BigDecimal;

/** How a limit is written, and how it and the value beside it are shown to people. */
enum Unit {
    NUMBER,
    /** A percentage that is the plain number: 85% is 85. */
    PERCENT,
    /** A percentage that is a ratio: 5% is 0.05. */
    RATIO,
    /** Milliseconds written as a plain number. */
    MILLIS,
    /** Milliseconds written as a duration. */
    DURATION,
    /** The same, but shown as {@code 7m12s}. */
    AGE,
    BYTES;

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal THOUSAND = new BigDecimal(1000);

    /** As it stands in a condition. */
    String text(double limit) {
        return switch (this) {
            case NUMBER, MILLIS -> Figures.exact(limit, BigDecimal.ONE);
            case PERCENT -> Figures.exact(limit, BigDecimal.ONE) + "%";
            case RATIO -> Figures.exact(limit, HUNDREDTH) + "%";
            case DURATION, AGE -> Spans.text((long) limit);
            case BYTES -> ByteUnit.text((long) limit);
        };
    }

    /** For people, in the unit that suits the limit, with all digits. */
    String exact(double value, double limit) {
        return this == AGE ? Spans.text((long) value) : Figures.exact(value, scale(limit)) + suffix(limit);
    }

    /** The same with at least three digits that count, and as many as tell it from the limit. */
    String rounded(double value, double limit) {
        if (this == AGE) {
            String seconds = Spans.text((long) value / 1000 * 1000);
            return seconds.equals(Spans.text((long) limit)) ? Spans.text((long) value) : seconds;
        }
        return Figures.rounded(value, limit, scale(limit)) + suffix(limit);
    }

    private BigDecimal scale(double limit) {
        return switch (this) {
            case NUMBER, PERCENT, AGE -> BigDecimal.ONE;
            case RATIO -> HUNDREDTH;
            case MILLIS, DURATION -> limit < 1000 ? BigDecimal.ONE : THOUSAND;
            case BYTES -> BigDecimal.valueOf(ByteUnit.suited(limit).bytes());
        };
    }

    private String suffix(double limit) {
        return switch (this) {
            case NUMBER, AGE -> "";
            case PERCENT, RATIO -> "%";
            case MILLIS, DURATION -> limit < 1000 ? " ms" : " s";
            case BYTES -> " " + ByteUnit.suited(limit).sign();
        };
    }
}
