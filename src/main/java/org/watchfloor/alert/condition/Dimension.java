package org.watchfloor.alert.condition;

import java.math.BigDecimal;
import java.util.Optional;

/** What the left side of a comparison is, and so which literals make sense beside it. */
enum Dimension {
    /** Milliseconds. */
    TIME("a time", "write milliseconds or a duration, such as 500ms or 2s"),
    /** A ratio from 0 to 1. */
    SHARE("a share between 0 and 1", "write a percentage such as 5%, or a number from 0 to 1"),
    /** Ratios added up. */
    RATIO("a sum of zeros and ones", "write a number or a percentage"),
    AMOUNT("a plain number", "write a number in the unit of the metric, a percentage, or bytes such as 10MiB"),
    COUNT("a number of things", "write a number, or use share(…) for a percentage"),
    RATE("a change per second", "write a number, a percentage, or bytes such as 10MiB");

    private final String what;
    private final String mend;

    Dimension(String what, String mend) {
        this.what = what;
        this.mend = mend;
    }

    /** For messages: what it is. */
    String what() {
        return what;
    }

    /** For messages: what may stand beside it. */
    String mend() {
        return mend;
    }

    static Dimension of(Metric metric) {
        if (metric.isPattern()) {
            return AMOUNT;
        }
        return metric.name().equals(Words.FAILED) ? SHARE : Words.TIMES.contains(metric.name()) ? TIME : AMOUNT;
    }

    /** That of an aggregate of this. */
    Dimension of(Aggregate aggregate) {
        return switch (aggregate) {
            case AVG, MIN, MAX, P50, P95, P99 -> this;
            case SUM -> this == SHARE ? RATIO : this;
            case COUNT -> COUNT;
            case RATE -> RATE;
        };
    }

    /** Empty if the literal is none for this. */
    Optional<Bound> bound(Operator operator, Literal literal) {
        return switch (literal) {
            case Literal.Plain(double number) ->
                Optional.of(new Bound(operator, number, this == TIME ? Unit.MILLIS : Unit.NUMBER));
            case Literal.Percent(BigDecimal number)
            when this == SHARE || this == RATIO ->
                Optional.of(new Bound(operator, value(number.movePointLeft(2)), Unit.RATIO));
            case Literal.Percent(BigDecimal number)
            when isFree() -> Optional.of(new Bound(operator, value(number), Unit.PERCENT));
            case Literal.Time(long millis) when this == TIME -> Optional.of(new Bound(operator, millis, Unit.DURATION));
            case Literal.Bytes(long bytes) when isFree() -> Optional.of(new Bound(operator, bytes, Unit.BYTES));
            case Literal.Percent _, Literal.Time _, Literal.Bytes _, Literal.OfState _ -> Optional.empty();
        };
    }

    /** Whether the left side can come so far at all. */
    boolean reaches(double limit) {
        return this != SHARE || (limit >= 0 && limit <= 1);
    }

    private boolean isFree() {
        return this == AMOUNT || this == RATE;
    }

    /** There is one zero, so that equal conditions are equal. */
    private static double value(BigDecimal number) {
        return number.signum() == 0 ? 0 : number.doubleValue();
    }
}
