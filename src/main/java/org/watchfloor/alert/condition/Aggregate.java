package org.watchfloor.alert.condition;

/** What is made of many values: one figure. Over time and over the members of a group alike. */
enum Aggregate {
    AVG("average ", ""),
    MIN("lowest ", ""),
    MAX("highest ", ""),
    SUM("sum of ", ""),
    P50("p50 ", ""),
    P95("p95 ", ""),
    P99("p99 ", ""),
    COUNT("number of ", " samples"),
    RATE("rate of ", " per second");

    private final String before;
    private final String after;

    /** What people read before and after the name of the metric. */
    Aggregate(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** As it is written. */
    String word() {
        return Words.lower(this);
    }

    /** {@code average latency}, {@code share of failed results}. */
    String words(String of) {
        boolean isOfResults = of.equals(Words.FAILED);
        if (isOfResults && this == AVG) {
            return "share of failed results";
        }
        return isOfResults && this == SUM ? "number of failed results" : before + of + after;
    }

    /** Whether it means something without an order in time. */
    boolean isOverMembers() {
        return this != COUNT && this != RATE;
    }

    /** Whether it lies among the values that it is made of, so that both can be held against the same limit. */
    boolean isAmongValues() {
        return switch (this) {
            case AVG, MIN, MAX, P50, P95, P99 -> true;
            case SUM, COUNT, RATE -> false;
        };
    }

    /** NaN if there are too few points. */
    double of(Points points, int from, int to) {
        return switch (this) {
            case AVG -> points.mean(from, to);
            case MIN -> from == to ? Double.NaN : points.lowest(from, to);
            case MAX -> from == to ? Double.NaN : points.highest(from, to);
            case SUM -> from == to ? Double.NaN : points.sum(from, to);
            case P50 -> new Percentile(50).of(points, from, to);
            case P95 -> new Percentile(95).of(points, from, to);
            case P99 -> new Percentile(99).of(points, from, to);
            case COUNT -> points.count(from, to);
            case RATE -> Counter.rate(points, from, to);
        };
    }

    Truth test(Points points, int from, int to, Bound bound) {
        return switch (this) {
            case P50 -> new Percentile(50).test(points, from, to, bound);
            case P95 -> new Percentile(95).test(points, from, to, bound);
            case P99 -> new Percentile(99).test(points, from, to, bound);
            case AVG, MIN, MAX, SUM, COUNT, RATE -> bound.test(of(points, from, to));
        };
    }
}
