package org.watchfloor.store;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.History;
import org.watchfloor.store.pack.Column;

/**
 * Answers for one metric over time: raw while that is kept and steps are short, then roll-ups; the open hours from
 * memory. Latencies of looks that got no answer are left out. Thread safe.
 */
final class SeriesQuery {
    private static final int MOST_POINTS = 20_000;

    private final Memory memory;
    private final Settings settings;
    private final InstantSource clock;
    private final AtomicBoolean toldOfDamage;

    SeriesQuery(Memory memory, Settings settings, InstantSource clock, AtomicBoolean toldOfDamage) {
        this.memory = memory;
        this.settings = settings;
        this.clock = clock;
        this.toldOfDamage = toldOfDamage;
    }

    History.Series answer(Reading reading, Series series, long from, long to, int points) throws SQLException {
        int bounded = Math.clamp(points, 1, MOST_POINTS);
        Optional<Width> width = width(from, (to - from) / (double) bounded);
        Steps steps = memory.hours().steady(() -> {
            Steps all = new Steps(from, to, bounded);
            fill(all, reading, series, width);
            return all;
        });
        return new History.Series(
                series.unit(),
                steps.points(),
                steps.total(),
                width.map(Width::text).orElse("raw"));
    }

    /** Empty: raw samples. */
    private Optional<Width> width(long from, double step) {
        long age = Nanos.millis(clock.instant()) - from;
        if (step >= Width.ONE_HOUR.millis() || age > settings.keepFiveMinutes().toMillis()) {
            return Optional.of(Width.ONE_HOUR);
        }
        boolean isRawGone = age > settings.keepSamples().toMillis();
        return step >= Width.FIVE_MINUTES.millis() || isRawGone ? Optional.of(Width.FIVE_MINUTES) : Optional.empty();
    }

    private void fill(Steps steps, Reading reading, Series series, Optional<Width> width) throws SQLException {
        boolean isLatency = series.metric().equals(History.LATENCY);
        Blocks blocks = new Blocks(reading, toldOfDamage);
        for (Column column : memory.hours().columns(series.id())) {
            add(steps, column, isLatency);
        }
        if (width.isPresent()) {
            blocks.aggregates(width.get(), List.of(series.id()), steps.from(), steps.to(), (_, one) -> steps.add(one));
        } else {
            blocks.columns(series.id(), steps.from(), steps.to(), column -> add(steps, column, isLatency));
        }
    }

    private static void add(Steps steps, Column column, boolean isLatency) {
        for (int index = 0; index < column.size(); index++) {
            double value = column.value(index);
            if (Double.isFinite(value) && (!isLatency || Mark.isAnswered(column.mark(index)))) {
                steps.add(column.millis(index), value);
            }
        }
    }
}
