package org.watchfloor.alert.condition;

/**
 * The right side of a comparison, such as {@code > 500ms}.
 *
 * @param limit in the unit of the left side: milliseconds, bytes, a ratio or a plain number
 * @param unit how the limit is written
 */
record Bound(Operator operator, double limit, Unit unit) {
    /** @param value NaN if it is missing */
    Truth test(double value) {
        return Double.isNaN(value) ? Truth.MISSING : Truth.of(operator.holds(order(value)));
    }

    /** The same for a value that is only known to lie between two others, both included. */
    Truth test(double low, double high) {
        if (operator.isEquality() && low < high && low <= limit && limit <= high) {
            return Truth.MISSING;
        }
        Truth truth = test(low);
        return truth == test(high) ? truth : Truth.MISSING;
    }

    /** The smaller the further beyond the limit, or the nearer to it. */
    double rank(double value) {
        return operator.wantsLess() ? value : -value;
    }

    /** This one, or the opposite of a bound that does not hold. */
    Bound as(Truth truth) {
        return truth == Truth.FALSE ? new Bound(operator.negated(), limit, unit) : this;
    }

    String text() {
        return operator.sign() + " " + unit.text(limit);
    }

    /** {@code > 500 ms}, for people. */
    String words() {
        return operator.sign() + " " + unit.exact(limit, limit);
    }

    /** {@code 812 ms > 500 ms}; as many digits as it takes to tell the two apart, and at least three. */
    String fact(double value) {
        String words = unit.exact(limit, limit);
        String shown = unit.rounded(value, limit);
        return switch (operator) {
            case EQUAL -> words;
            case UNEQUAL -> shown + ", not " + words;
            case LESS, AT_MOST, MORE, AT_LEAST -> shown + " " + operator.sign() + " " + words;
        };
    }

    private int order(double value) {
        return value < limit ? -1 : value > limit ? 1 : 0;
    }
}
