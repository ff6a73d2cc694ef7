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
            case AVG -> sum(points, from, to) / count(points, from, to);
            case MIN -> lowest(points, from, to);
            case MAX -> highest(points, from, to);
            case SUM -> from == to ? Double.NaN : sum(points, from, to);
            case P50 -> new Percentile(50).of(points, from, to);
            case P95 -> new Percentile(95).of(points, from, to);
            case P99 -> new Percentile(99).of(points, from, to);
            case COUNT -> count(points, from, to);
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

    private static double sum(Points points, int from, int to) {
        double sum = 0;
        for (int index = from; index < to; index++) {
            sum += points.value(index) * points.weight(index);
        }
        return sum;
    }

    private static long count(Points points, int from, int to) {
        long count = 0;
        for (int index = from; index < to; index++) {
            count += points.weight(index);
        }
        return count;
    }

    private static double lowest(Points points, int from, int to) {
        double lowest = from == to ? Double.NaN : Double.POSITIVE_INFINITY;
        for (int index = from; index < to; index++) {
            lowest = Math.min(lowest, points.value(index));
        }
        return lowest;
    }

    private static double highest(Points points, int from, int to) {
        double highest = from == to ? Double.NaN : Double.NEGATIVE_INFINITY;
        for (int index = from; index < to; index++) {
            highest = Math.max(highest, points.value(index));
        }
        return highest;
    }
}
