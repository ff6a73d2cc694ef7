package org.watchfloor.alert.condition;

import java.time.Instant;

/** A figure of one check: a metric's latest value, or an aggregate of it over time. */
sealed interface Figure permits Latest, OverTime {
    Metric metric();

    /** @param metric the name itself, one of those that match a pattern */
    Truth test(Sight sight, String metric, Instant now, Bound bound);

    /** NaN if it is missing. */
    double value(Sight sight, String metric, Instant now);

    /** Whether there is data at all, enough or not; otherwise the metric does not take part in a pattern. */
    boolean hasData(Sight sight, String metric, Instant now);

    Needs needs();

    /** As it stands in a condition. */
    String text();

    /** {@code latency}, {@code p95 latency}: what people read before the name of the check. */
    String words(String metric);

    /** What they read after it: {@code  over 5m}, or nothing. */
    String span();

    /** {@code is} or {@code was}. */
    String verb();
}
