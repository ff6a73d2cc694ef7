package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.watchfloor.model.Gap;

/** The times in which Watchfloor itself observed nothing, and so decided nothing. Immutable. */
final class Pauses {
    private static final long JUST_AFTER = 1_000;

    private final List<Instant> forgettings;
    /** Begins and ends in milliseconds, rising; no pause touches another one. */
    private final long[] begins;

    private final long[] ends;

    /** A clock that was put back leaves no pause. */
    Pauses(List<Gap> gaps) {
        List<Gap> sorted = gaps.stream()
                .filter(gap -> gap.from().isBefore(gap.to()))
                .sorted(Comparator.comparing(Gap::from))
                .toList();
        forgettings = sorted.stream()
                .filter(gap -> gap.cause() == Gap.Cause.NOT_RUNNING)
                .map(Gap::to)
                .sorted()
                .toList();
        long[] from = new long[sorted.size()];
        long[] to = new long[sorted.size()];
        int count = 0;
        for (Gap gap : sorted) {
            long begin = gap.from().toEpochMilli();
            long end = gap.to().toEpochMilli();
            if (count > 0 && begin <= to[count - 1]) {
                to[count - 1] = Math.max(to[count - 1], end);
            } else {
                from[count] = begin;
                to[count++] = end;
            }
        }
        begins = Arrays.copyOf(from, count);
        ends = Arrays.copyOf(to, count);
    }

    /** The time itself, or the end of the pause that it lies in, to the next full second. */
    long awake(long millis) {
        int index = lastBegun(millis);
        return index >= 0 && millis < ends[index] ? Math.ceilDiv(ends[index], 1_000L) * 1_000L : millis;
    }

    /** Whether something that happened then happened because observation began again. */
    boolean hasJustEnded(long millis) {
        int index = lastBegun(millis);
        return index >= 0 && millis >= ends[index] && millis <= ends[index] + JUST_AFTER;
    }

    /** The ends of those after which nothing of before is known any more, oldest first. */
    List<Instant> forgettings() {
        return forgettings;
    }

    /** How much of the span they take, in milliseconds. */
    long within(long from, long to) {
        long sum = 0;
        for (int index = 0; index < begins.length; index++) {
            sum += Math.max(0, Math.min(to, ends[index]) - Math.max(from, begins[index]));
        }
        return sum;
    }

    private int lastBegun(long millis) {
        int index = Arrays.binarySearch(begins, millis);
        return index >= 0 ? index : -index - 2;
    }
}
