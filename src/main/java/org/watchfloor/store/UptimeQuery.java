package org.watchfloor.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Uptime;
import org.watchfloor.model.CheckId;
import org.watchfloor.store.pack.Column;

/**
 * How long checks were up: from 5-minute roll-ups for spans up to two days, from hourly ones beyond; the open hours from
 * memory. A step counts where it begins. Thread safe.
 */
final class UptimeQuery {
    private static final long FINE = Duration.ofDays(2).toMillis();

    private final Memory memory;
    private final Presence presence;
    private final InstantSource clock;
    private final AtomicBoolean toldOfDamage;

    UptimeQuery(Memory memory, InstantSource clock, AtomicBoolean toldOfDamage) {
        this.memory = memory;
        this.clock = clock;
        this.toldOfDamage = toldOfDamage;
        presence = new Presence(memory.unobserved());
    }

    Map<CheckId, Uptime> answer(Reading reading, Collection<CheckId> checks, long from, long to) throws SQLException {
        Map<Integer, CheckId> bySeries = new TreeMap<>();
        for (CheckId check : checks) {
            memory.book().find(check, History.LATENCY).ifPresent(series -> bySeries.put(series.id(), check));
        }
        return memory.hours().steady(() -> sum(reading, bySeries, from, to));
    }

    private Map<CheckId, Uptime> sum(Reading reading, Map<Integer, CheckId> bySeries, long from, long to)
            throws SQLException {
        Map<Integer, long[]> sums = new HashMap<>();
        bySeries.keySet().forEach(series -> sums.put(series, open(series, from, to)));
        Width width = to - from <= FINE ? Width.FIVE_MINUTES : Width.ONE_HOUR;
        new Blocks(reading, toldOfDamage).aggregates(width, bySeries.keySet(), from, to, (series, step) -> {
            long[] sum = sums.getOrDefault(series, new long[3]);
            sum[0] += step.up();
            sum[1] += step.degraded();
            sum[2] += step.down();
        });
        Map<CheckId, Uptime> uptimes = new HashMap<>();
        bySeries.forEach((series, check) -> {
            long[] sum = sums.getOrDefault(series, new long[3]);
            uptimes.put(check, new Uptime(sum[0] / 1e3, sum[1] / 1e3, sum[2] / 1e3));
        });
        return uptimes;
    }

    private long[] open(int series, long from, long to) {
        long[] sum = new long[3];
        long end = Math.min(to, Nanos.millis(clock.instant()));
        Column all = new Column();
        for (Column column : memory.hours().columns(series)) {
            for (int index = 0; index < column.size(); index++) {
                all.add(column.millis(index), column.value(index), column.mark(index));
            }
        }
        var _ = presence.measure(
                Optional.empty(),
                all,
                Optional.empty(),
                end,
                (start, stop, hard) -> sum[hard] += Math.max(0, Math.min(stop, to) - Math.max(start, from)));
        return sum;
    }
}
