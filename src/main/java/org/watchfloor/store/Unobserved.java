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
        return gaps.stream().anyMatch(gap -> {
            long one = Nanos.millis(gap.from());
            long other = Nanos.millis(gap.to());
            return Math.min(one, other) < toMillis && Math.max(one, other) > fromMillis;
        });
    }
}
