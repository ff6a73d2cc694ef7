package org.watchfloor.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.watchfloor.model.CheckId;

/** The number of each check's newest transition: where its chain begins. Written by the writer, read by anybody. */
final class Standings {
    private final Map<CheckId, Long> newest = new ConcurrentHashMap<>();
    private volatile long highest;

    long newest(CheckId check) {
        return newest.getOrDefault(check, 0L);
    }

    void moved(CheckId check, long transition) {
        newest.put(check, transition);
        highest = Math.max(highest, transition);
    }

    long highest() {
        return highest;
    }

    Map<CheckId, Long> all() {
        return Map.copyOf(newest);
    }
}
