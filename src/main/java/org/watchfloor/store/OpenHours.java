package org.watchfloor.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.watchfloor.store.pack.Column;

/**
 * The samples of the hours that are not sealed yet, so that reading "now" needs no disk. Written by the writer, read by
 * the history threads; every method holds the lock for a short time only.
 */
final class OpenHours {
    static final long HOUR = 3_600_000L;
    static final long GRACE = 120_000L;

    private final TreeMap<Long, Map<Integer, Column>> hours = new TreeMap<>();
    private long moves;
    private boolean isMoving;

    synchronized void add(int series, long millis, double value, byte mark) {
        hours.computeIfAbsent(hourOf(millis), _ -> new HashMap<>())
                .computeIfAbsent(series, _ -> new Column())
                .add(millis, value, mark);
    }

    static long hourOf(long millis) {
        return Math.floorDiv(millis, HOUR);
    }

    /** The hours that nothing is added to any more: not the present one, nor the one before in its first minutes. */
    synchronized List<Long> due(long nowMillis) {
        long present = hourOf(nowMillis);
        long graced = hourOf(nowMillis - GRACE);
        return hours.keySet().stream()
                .filter(hour -> hour != present && hour != graced)
                .toList();
    }

    synchronized long first() {
        return hours.isEmpty() ? Long.MAX_VALUE : hours.firstKey();
    }

    /** The columns of an hour, to be read by the writer only, who alone adds to them. */
    synchronized Map<Integer, Column> hour(long hour) {
        return hours.getOrDefault(hour, Map.of());
    }

    /** Copies of what is there of a series. */
    synchronized List<Column> columns(int series) {
        List<Column> found = new ArrayList<>();
        for (Map<Integer, Column> hour : hours.values()) {
            Column column = hour.get(series);
            if (column != null) {
                found.add(column.copy());
            }
        }
        return found;
    }

    /** The hour now lies in its chunks. */
    synchronized void sealed(long hour) {
        hours.remove(hour);
        moves++;
    }

    /** Something now lies elsewhere in the tables. */
    synchronized void moved() {
        moves++;
    }

    /** From here on samples may be seen in the tables and here as well. */
    synchronized void beginMove() {
        isMoving = true;
    }

    synchronized void endMove() {
        isMoving = false;
        notifyAll();
    }

    /** Something that is read here and from the tables. */
    @FunctionalInterface
    interface Read<T> {
        T all() throws SQLException;
    }

    /** Reads again if something moved meanwhile, from here to its chunks or from the hours of a day to the day. */
    <T> T steady(Read<T> read) throws SQLException {
        while (true) {
            long before = moves();
            T found = read.all();
            if (before == moves()) {
                return found;
            }
        }
    }

    /** Waits for a move under way. */
    private synchronized long moves() {
        boolean interrupted = false;
        while (isMoving) {
            try {
                wait();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return moves;
    }
}
