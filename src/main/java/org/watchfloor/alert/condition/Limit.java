package org.watchfloor.alert.condition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The one limit that a condition hangs on, so that it can be looked at and moved: the {@code 500ms} of
 * {@code latency > 500ms and state == UP}. Immutable.
 */
public final class Limit<S> {
    private static final double WHOLE = 100;

    private final Condition<S> condition;
    private final Compared<S> figure;

    private Limit(Condition<S> condition, Compared<S> figure) {
        this.condition = condition;
        this.figure = figure;
    }

    /** Empty if the condition has none or several, or one that stands below "or" or "not", or an equality. */
    public static <S> Optional<Limit<S>> of(Condition<S> condition) {
        List<Condition<S>> parts = condition instanceof And<S> and ? and.parts() : List.of(condition);
        List<Compared<S>> figures =
                parts.stream().flatMap(part -> compared(part).stream()).toList();
        boolean isClear = figures.size() == 1
                && !figures.getFirst().bound().operator().isEquality()
                && parts.stream().noneMatch(part -> part instanceof Or || part instanceof Not);
        return isClear ? Optional.of(new Limit<>(condition, figures.getFirst())) : Optional.empty();
    }

    /** For people: {@code p95 latency over 5m}. */
    public String figure() {
        return figure.words();
    }

    /** Whether what is less is what is wrong. */
    public boolean wantsLess() {
        return figure.bound().operator().wantsLess();
    }

    /** In the unit of the figure: milliseconds, bytes, a ratio or a plain number. */
    public double value() {
        return figure.bound().limit();
    }

    /** The figure as it is now; NaN if it is missing. */
    public double value(S subject, Instant now) {
        return figure.value(subject, now);
    }

    /** The most that the figure can be. */
    public double most() {
        return switch (figure.bound().unit()) {
            case RATIO -> 1;
            case PERCENT -> WHOLE;
            case NUMBER, MILLIS, DURATION, AGE, BYTES -> Double.POSITIVE_INFINITY;
        };
    }

    /** A value as the limit would be written for people. */
    public String words(double value) {
        return figure.bound().unit().exact(value, value);
    }

    /** The whole condition with another limit. */
    public Condition<S> moved(double to) {
        Bound bound = figure.bound();
        Condition<S> moved = figure.with(new Bound(bound.operator(), to, bound.unit()));
        if (!(condition instanceof And<S> and)) {
            return moved;
        }
        return new And<>(and.parts().stream()
                .map(part -> part.equals(figure) ? moved : part)
                .toList());
    }

    /** The metric that the figure is made of; empty if it counts members. */
    public Optional<Metric> metric() {
        return switch (figure) {
            case FigureTest test -> Optional.of(test.figure().metric());
            case MemberFigure test -> Optional.of(test.figure().metric());
            default -> Optional.empty();
        };
    }

    /** Whether single values of the metric can be held against it too. */
    public boolean isOfValues() {
        return figure instanceof FigureTest test
                && switch (test.figure()) {
                    case Latest _ -> true;
                    case OverTime overTime -> overTime.aggregate().isAmongValues();
                };
    }

    @SuppressWarnings("unchecked") // what is compared about S is a condition about S
    private static <S> Optional<Compared<S>> compared(Condition<S> part) {
        return part instanceof Compared<?> figure ? Optional.of((Compared<S>) figure) : Optional.empty();
    }
}
