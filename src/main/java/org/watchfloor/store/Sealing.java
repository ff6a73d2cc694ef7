package org.watchfloor.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.watchfloor.store.pack.Aggregates;
import org.watchfloor.store.pack.Column;
import org.watchfloor.store.pack.Heads;

/**
 * Turns an open hour into chunks and roll-ups and forgets its journal, in one transaction. Remembers where each check
 * left off, so that time across the full hour counts. Confined to the writer thread.
 */
final class Sealing {
    private static final long FORGOTTEN = 3 * 24 * OpenHours.HOUR;

    private final Memory memory;
    private final Presence presence;
    private final Map<Integer, Presence.Last> lasts = new HashMap<>();
    private final Map<Integer, Presence.Last> coming = new HashMap<>();

    Sealing(Memory memory) {
        this.memory = memory;
        presence = new Presence(memory.unobserved());
    }

    /** @param part a number that was never used for this hour */
    void write(Handle handle, long hour, long part) {
        Map<Integer, Column> columns = memory.hours().hour(hour);
        PreparedBatch chunks =
                handle.prepareBatch("insert into chunk (hour_no, series_id, part, block) values (?, ?, ?, ?)");
        PreparedBatch rollups = handle.prepareBatch("""
                insert into rollup_part (hour_no, series_id, part, five_minutes, one_hour) values (?, ?, ?, ?, ?)
                """);
        coming.clear();
        new TreeMap<>(columns).forEach((series, column) -> {
            chunks.add(hour, series, part, column.pack());
            add(rollups, hour, series, part, summary(hour, series, column));
        });
        addSilent(rollups, hour, part, columns);
        execute("chunks of hour " + hour, chunks);
        execute("roll-ups of hour " + hour, rollups);
        handle.execute("delete from journal where hour_no = ?", hour);
        saveStanding(handle);
    }

    void committed(long hour) {
        lasts.putAll(coming);
        lasts.values().removeIf(last -> last.millis() < hour * OpenHours.HOUR - FORGOTTEN);
        memory.hours().sealed(hour);
    }

    private HourSummary summary(long hour, int series, Column column) {
        if (!memory.book().isLatency(series)) {
            return HourSummary.ofMetric(hour, column);
        }
        long start = hour * OpenHours.HOUR;
        Optional<Presence.Last> before = Optional.ofNullable(lasts.get(series)).filter(last -> last.millis() < start);
        HourSummary summary = HourSummary.ofLatency(hour, column, presence, before, next(hour, series));
        summary.last().ifPresent(last -> coming.put(series, last));
        return summary;
    }

    /** Checks that are looked at less than once an hour: the last look still counts. */
    private void addSilent(PreparedBatch rollups, long hour, long part, Map<Integer, Column> columns) {
        for (Integer series : lasts.keySet()) {
            if (!columns.containsKey(series)) {
                add(rollups, hour, series, part, summary(hour, series, new Column()));
            }
        }
    }

    private Optional<Long> next(long hour, int series) {
        Column column = memory.hours().hour(hour + 1).getOrDefault(series, new Column());
        return IntStream.range(0, column.size()).mapToObj(column::millis).min(Long::compare);
    }

    private static void add(PreparedBatch rollups, long hour, int series, long part, HourSummary summary) {
        if (!summary.fiveMinutes().isEmpty()) {
            rollups.add(hour, series, part, Aggregates.pack(summary.fiveMinutes()), Aggregates.pack(summary.oneHour()));
        }
    }

    private void saveStanding(Handle handle) {
        long upTo = memory.standings().highest();
        byte[] heads = Heads.pack(memory.standings().all().values().stream().mapToLong(Long::longValue));
        handle.execute("delete from standing");
        handle.execute("insert into standing (transition_id, block) values (?, ?)", upTo, heads);
    }

    /** Of a batch all rows get in but those that are refused. */
    private void execute(String what, PreparedBatch batch) {
        if (batch.size() > 0) {
            memory.refused().accepts(what, batch::execute);
        }
    }
}
