package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.watchfloor.model.Gap;

/** The times in which Watchfloor itself observed nothing, and so decided nothing. Immutable. */
final class Pauses {
    private static final long JUST_AFTER = 1_000;

    private final List<Gap> gaps;

    /** A clock that was put back leaves no pause. */
    Pauses(List<Gap> gaps) {
        this.gaps = gaps.stream()
                .filter(gap -> gap.from().isBefore(gap.to()))
                .sorted(Comparator.comparing(Gap::from))
                .toList();
    }

    /** The time itself, or the end of the pause that it lies in, to the next full second. */
    long awake(long millis) {
        long time = millis;
        for (int index = 0; index < gaps.size() && start(index) <= time; index++) {
            if (time < end(index)) {
                time = Math.ceilDiv(end(index), 1_000L) * 1_000L;
            }
        }
        return time;
    }

    /** Whether something that happened then happened because observation began again. */
    boolean hasJustEnded(long millis) {
        for (int index = 0; index < gaps.size() && start(index) <= millis; index++) {
            if (millis >= end(index) && millis <= end(index) + JUST_AFTER) {
                return true;
            }
        }
        return false;
    }

    /** The ends of those after which nothing of before is known any more, oldest first. */
    List<Instant> forgettings() {
        return gaps.stream()
                .filter(gap -> gap.cause() == Gap.Cause.NOT_RUNNING)
                .map(Gap::to)
                .sorted()
                .toList();
    }

    /** How much of the span they take, in milliseconds. */
    long within(long from, long to) {
        long sum = 0;
        long reached = from;
        for (int index = 0; index < gaps.size(); index++) {
            long begin = Math.max(reached, start(index));
            long end = Math.min(to, end(index));
            sum += Math.max(0, end - begin);
            reached = Math.max(reached, end);
        }
        return sum;
    }

    private long start(int index) {
        return gaps.get(index).from().toEpochMilli();
    }

    private long end(int index) {
        return gaps.get(index).to().toEpochMilli();
    }
}
