package org.watchfloor.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchfloor.store.pack.Column;

/**
 * How long a check was in each hard state: the time from one sample to the next counts for the state reported with the
 * former, unless it is longer than three times the usual distance or a gap of observation lies between. Times that run
 * backwards count nothing.
 */
final class Presence {
    /**
     * Where the samples of an hour left off.
     *
     * @param usual distance between samples in milliseconds, 0 if not known
     */
    record Last(long millis, byte mark, long usual) {}

    private static final int LONGEST = 3;
    private static final int LONGEST_TAIL = 2;

    private final Unobserved unobserved;

    Presence(Unobserved unobserved) {
        this.unobserved = unobserved;
    }

    /** Takes a stretch of time in a hard state: 0 up, 1 degraded, 2 down. */
    @FunctionalInterface
    interface Taker {
        void take(long from, long to, int hard);
    }

    /**
     * @param before the last sample before the column, if known
     * @param end up to which the last sample may reach if nothing follows
     * @param next the first sample after the column, if there is one
     * @return the last sample, for the hour that follows
     */
    Optional<Last> measure(Optional<Last> before, Column column, Optional<Long> next, long end, Taker taker) {
        List<Last> samples = inOrder(before, column);
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        long usual = usual(samples, before.map(Last::usual).orElse(0L));
        for (int index = 0; index + 1 < samples.size(); index++) {
            count(samples.get(index), samples.get(index + 1).millis(), usual * LONGEST, taker);
        }
        Last last = samples.getLast();
        long known = usual == 0 && next.isPresent() ? next.get() - last.millis() : usual;
        if (next.isPresent()) {
            count(last, next.get(), known * LONGEST, taker);
        } else {
            count(last, end, known * LONGEST_TAIL, taker);
        }
        return Optional.of(new Last(last.millis(), last.mark(), median(samples, usual)));
    }

    private void count(Last sample, long to, long longest, Taker taker) {
        long length = to - sample.millis();
        int hard = Mark.hard(sample.mark());
        if (length > 0 && length <= longest && hard < 3 && !unobserved.isBetween(sample.millis(), to)) {
            taker.take(sample.millis(), to, hard);
        }
    }

    private static List<Last> inOrder(Optional<Last> before, Column column) {
        return Stream.concat(
                        before.stream(),
                        IntStream.range(0, column.size())
                                .mapToObj(index -> new Last(column.millis(index), column.mark(index), 0)))
                .sorted(Comparator.comparingLong(Last::millis))
                .toList();
    }

    private static long usual(List<Last> samples, long before) {
        return Math.max(before, median(samples, before));
    }

    private static long median(List<Last> samples, long otherwise) {
        long[] distances = IntStream.range(1, samples.size())
                .mapToLong(index ->
                        samples.get(index).millis() - samples.get(index - 1).millis())
                .sorted()
                .toArray();
        return distances.length == 0 ? otherwise : distances[distances.length / 2];
    }
}
