package org.watchfloor.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where blocks of one kind lie: by hour or day, then series. */
enum Shelf {
    CHUNKS("chunk", "hour_no", "block", OpenHours.HOUR),
    FIVE_MINUTES_OF_DAY("rollup_5m", "day_no", "block", 24 * OpenHours.HOUR),
    ONE_HOUR_OF_DAY("rollup_1h", "day_no", "block", 24 * OpenHours.HOUR),
    FIVE_MINUTES_OF_HOUR("rollup_part", "hour_no", "five_minutes", OpenHours.HOUR),
    ONE_HOUR_OF_HOUR("rollup_part", "hour_no", "one_hour", OpenHours.HOUR);

    private final String table;
    private final String key;
    private final String block;
    private final long unit;

    Shelf(String table, String key, String block, long unit) {
        this.table = table;
        this.key = key;
        this.block = block;
        this.unit = unit;
    }

    /** Keys from first to last. */
    record Keys(long first, long last) {}

    String select() {
        return "select " + block + " from " + table + " where " + key + " = ? and series_id = ?";
    }

    /** All series of one key, in the order in which they lie. */
    String selectAll() {
        return "select series_id, " + block + " from " + table + " where " + key + " = ?";
    }

    /** The keys that touch the span and exist, so that a span of a thousand years costs nothing. */
    Optional<Keys> keys(Handle handle, long fromMillis, long toMillis) {
        return handle.createQuery("select min(" + key + "), max(" + key + ") from " + table)
                .map((row, _) -> {
                    long first = Math.max(row.getLong(1), Math.floorDiv(fromMillis, unit));
                    long last = Math.min(row.getLong(2), Math.floorDiv(toMillis - 1, unit));
                    return new Keys(first, row.wasNull() ? Long.MIN_VALUE : last);
                })
                .findOne()
                .filter(keys -> keys.first() <= keys.last());
    }
}
