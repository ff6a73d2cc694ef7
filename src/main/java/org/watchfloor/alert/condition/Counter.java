package org.watchfloor.alert.condition;

/** A figure that only grows, until what counts begins anew. */
final class Counter {
    private Counter() {}

    /**
     * The increase per second from the first to the last sample, NaN if they are not two at different times. A value
     * below its predecessor is a reset: the counter has begun at 0 (as in Prometheus's {@code rate}, but without its
     * extrapolation to the edges of the window).
     */
    static double rate(Points points, int from, int to) {
        int first = -1;
        int last = -1;
        double increase = 0;
        for (int index = from; index < to; index++) {
            if (points.weight(index) > 1) {
                continue; // a mean of several samples is nothing that the counter showed
            }
            if (last >= 0) {
                double value = points.value(index);
                double before = points.value(last);
                increase += value >= before ? value - before : value;
            }
            first = first < 0 ? index : first;
            last = index;
        }
        long millis = first < 0 ? 0 : points.time(last) - points.time(first);
        return millis == 0 ? Double.NaN : increase / (millis / 1000.0);
    }
}
