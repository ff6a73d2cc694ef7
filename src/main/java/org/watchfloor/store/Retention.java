package org.watchfloor.store;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.watchfloor.config.Settings;

/**
 * Drops whole hours and days from the front. At most two days' worth at a time, so that a clock that jumps years ahead
 * for a moment does not take the history with it. Confined to the writer thread.
 */
final class Retention {
    private static final long DAY = 24 * OpenHours.HOUR;

    private final Settings settings;

    Retention(Settings settings) {
        this.settings = settings;
    }

    void apply(Handle handle, long nowMillis) {
        drop(handle, "chunk", "hour_no", OpenHours.HOUR, nowMillis, settings.keepSamples());
        drop(handle, "rollup_5m", "day_no", DAY, nowMillis, settings.keepFiveMinutes());
        drop(handle, "rollup_1h", "day_no", DAY, nowMillis, settings.keepHours());
    }

    private static void drop(Handle handle, String table, String key, long unit, long nowMillis, Duration kept) {
        Long first = handle.createQuery("select min(" + key + ") from " + table)
                .mapTo(Long.class)
                .findOne()
                .orElse(null);
        long limit = Math.floorDiv(nowMillis - kept.toMillis(), unit);
        if (first != null && first < limit) {
            long bounded = Math.min(limit, first + 2 * DAY / unit);
            handle.execute("delete from " + table + " where " + key + " < ?", bounded);
        }
    }
}
