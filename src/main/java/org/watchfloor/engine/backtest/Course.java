package org.watchfloor.engine.backtest;

import java.util.List;
import org.watchfloor.engine.Recordings.Change;

/** What was shown of one check, change by change. Places are counted from 0; -1 is what was before the first. Immutable. */
final class Course {
    private final List<Standing> standings;
    private final long[] begins;

    /** @param changes oldest first */
    Course(List<Change> changes) {
        standings = changes.stream().map(Standing::of).toList();
        begins =
                changes.stream().mapToLong(change -> change.at().toEpochMilli()).toArray();
        for (int place = 1; place < begins.length; place++) {
            begins[place] = Math.max(begins[place], begins[place - 1]); // a clock that was set back
        }
    }

    int size() {
        return begins.length;
    }

    /** The place at that time, in milliseconds since 1970. */
    int at(long millis) {
        int low = 0;
        int high = begins.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (begins[middle] <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** {@link Long#MIN_VALUE} before the first change. */
    long begin(int place) {
        return place < 0 ? Long.MIN_VALUE : begins[place];
    }

    /** {@link Long#MAX_VALUE} after the last change. */
    long end(int place) {
        return place + 1 < begins.length ? begins[place + 1] : Long.MAX_VALUE;
    }

    /** Of a place from 0 on. */
    Standing standing(int place) {
        return standings.get(place);
    }
}
