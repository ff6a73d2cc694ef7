package org.watchfloor.store;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.model.Gap;

/** The latest times in which nothing was observed. Thread safe. */
final class Unobserved {
    private static final int KEPT = 1_000;

    private final List<Gap> gaps = new ArrayList<>();

    synchronized void add(Gap gap) {
        gaps.add(gap);
        if (gaps.size() > KEPT) {
            gaps.removeFirst();
        }
    }

    synchronized boolean isBetween(long fromMillis, long toMillis) {
        return gaps.stream().anyMatch(gap -> lies(gap, fromMillis, toMillis));
    }

    /** While this machine had no network it saw itself and its neighbours: who has samples in the gap was observed. */
    private static boolean lies(Gap gap, long fromMillis, long toMillis) {
        long one = Nanos.millis(gap.from());
        long other = Nanos.millis(gap.to());
        return gap.cause() == Gap.Cause.NETWORK_LOST
                ? fromMillis < other && other <= toMillis
                : Math.min(one, other) < toMillis && Math.max(one, other) > fromMillis;
    }
}
