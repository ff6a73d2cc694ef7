package org.watchfloor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.store.pack.Aggregate;
import org.watchfloor.store.pack.Aggregates;
import org.watchfloor.store.pack.BadBlock;

/** Turns the hourly roll-ups of a day that is over into one block per series. Confined to the writer thread. */
final class DayClose {
    private static final Logger LOG = LoggerFactory.getLogger(DayClose.class);
    private static final int HOURS = 24;

    private record Rollups(List<Aggregate> fiveMinutes, List<Aggregate> oneHour) {
        Rollups() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private DayClose() {}

    /** The days that have hourly roll-ups and whose last hour is sealed. */
    static List<Long> due(Handle handle, long sealedBeforeHour) {
        return handle.createQuery("select distinct hour_no from rollup_part").mapTo(Long.class).list().stream()
                .map(hour -> Math.floorDiv(hour, HOURS))
                .filter(day -> (day + 1) * HOURS <= sealedBeforeHour)
                .distinct()
                .sorted()
                .toList();
    }

    static void write(Handle handle, long day, long part) {
        TreeMap<Integer, Rollups> bySeries = new TreeMap<>();
        handle.createQuery("""
                        select series_id, five_minutes, one_hour from rollup_part
                        where hour_no >= ? and hour_no < ? order by hour_no, series_id, part
                        """)
                .bind(0, day * HOURS)
                .bind(1, (day + 1) * HOURS)
                .setFetchSize(1_000)
                .map((row, _) -> {
                    Rollups rollups = bySeries.computeIfAbsent(row.getInt(1), _ -> new Rollups());
                    add(rollups, row.getBytes(2), row.getBytes(3));
                    return rollups;
                })
                .useStream(rows -> rows.forEach(_ -> {}));
        PreparedBatch fiveMinutes =
                handle.prepareBatch("insert into rollup_5m (day_no, series_id, part, block) values (?, ?, ?, ?)");
        PreparedBatch oneHour =
                handle.prepareBatch("insert into rollup_1h (day_no, series_id, part, block) values (?, ?, ?, ?)");
        bySeries.forEach((series, rollups) -> {
            fiveMinutes.add(day, series, part, Aggregates.pack(rollups.fiveMinutes()));
            oneHour.add(day, series, part, Aggregates.pack(rollups.oneHour()));
        });
        fiveMinutes.execute();
        oneHour.execute();
        handle.execute("delete from rollup_part where hour_no >= ? and hour_no < ?", day * HOURS, (day + 1) * HOURS);
    }

    private static void add(Rollups rollups, byte[] fiveMinutes, byte[] oneHour) {
        try {
            rollups.fiveMinutes().addAll(Aggregates.unpack(fiveMinutes));
            rollups.oneHour().addAll(Aggregates.unpack(oneHour));
        } catch (BadBlock e) {
            LOG.warn("a block of hourly roll-ups is damaged and left out: {}", e.getMessage());
        }
    }
}
