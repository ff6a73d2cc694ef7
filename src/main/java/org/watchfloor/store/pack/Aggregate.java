package org.watchfloor.store.pack;

/**
 * What a series did in one step of time. Percentiles are by nearest rank.
 *
 * @param start of the step, in milliseconds
 * @param count of values; 0 if there was none, and the figures up to {@code p99} are zero then
 * @param up milliseconds in which the check was hard up, likewise the others; zero for all series but the latency
 */
public record Aggregate(
        long start,
        int count,
        double min,
        double max,
        double mean,
        double p50,
        double p95,
        double p99,
        int up,
        int degraded,
        int down) {}
