package org.watchfloor.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.store.pack.Aggregate;
import org.watchfloor.store.pack.Aggregates;
import org.watchfloor.store.pack.BadBlock;
import org.watchfloor.store.pack.Column;

/**
 * Fetches packed blocks key by key: keys begin with the time, so a range would cross all series. A damaged block is left
 * out, and told once. Confined to one query.
 */
final class Blocks {
    private static final Logger LOG = LoggerFactory.getLogger(Blocks.class);

    private static final int MANY = 50;

    private final Reading reading;
    private final AtomicBoolean toldOfDamage;

    Blocks(Reading reading, AtomicBoolean toldOfDamage) {
        this.reading = reading;
        this.toldOfDamage = toldOfDamage;
    }

    /** Takes a roll-up of a series. */
    @FunctionalInterface
    interface AggregateTaker {
        void take(int series, Aggregate step);
    }

    /** The sealed samples of a series in the hours that touch the span of milliseconds. */
    void columns(int series, long from, long to, Consumer<Column> taker) throws SQLException {
        fetch(Shelf.CHUNKS, List.of(series), from, to, (_, block) -> taker.accept(Column.unpack(block)));
    }

    /** The same of some of the series. */
    void columns(Collection<Integer> series, long from, long to, ColumnTaker taker) throws SQLException {
        Optional<Shelf.Keys> keys = Shelf.CHUNKS.keys(reading.handle(), from, to);
        if (keys.isPresent()) {
            lookUp(Shelf.CHUNKS, keys.get(), series, (one, block) -> taker.take(one, Column.unpack(block)));
        }
    }

    /** The same of most of the series. */
    void columnsAmongAll(Collection<Integer> series, long from, long to, ColumnTaker taker) throws SQLException {
        Optional<Shelf.Keys> keys = Shelf.CHUNKS.keys(reading.handle(), from, to);
        if (keys.isPresent()) {
            scan(Shelf.CHUNKS, keys.get(), Set.copyOf(series), (one, block) -> taker.take(one, Column.unpack(block)));
        }
    }

    /** Takes the samples of a series. */
    @FunctionalInterface
    interface ColumnTaker {
        void take(int series, Column column);
    }

    /** The sealed roll-ups that begin in the span of milliseconds. */
    void aggregates(Width width, Collection<Integer> series, long from, long to, AggregateTaker taker)
            throws SQLException {
        BlockTaker unpack = (one, block) -> Aggregates.unpack(block).stream()
                .filter(step -> step.start() >= from && step.start() < to)
                .forEach(step -> taker.take(one, step));
        fetch(width.ofDay(), series, from, to, unpack);
        fetch(width.ofHour(), series, from, to, unpack);
    }

    /** Takes a block of a series. */
    @FunctionalInterface
    private interface BlockTaker {
        void take(int series, byte[] block);
    }

    private void fetch(Shelf shelf, Collection<Integer> series, long from, long to, BlockTaker taker)
            throws SQLException {
        Optional<Shelf.Keys> keys = shelf.keys(reading.handle(), from, to);
        if (keys.isEmpty()) {
            return;
        }
        if (series.size() > MANY) {
            scan(shelf, keys.get(), Set.copyOf(series), taker);
        } else {
            lookUp(shelf, keys.get(), series, taker);
        }
    }

    private void lookUp(Shelf shelf, Shelf.Keys keys, Collection<Integer> series, BlockTaker taker)
            throws SQLException {
        try (PreparedStatement statement = reading.handle().getConnection().prepareStatement(shelf.select())) {
            for (long key = keys.first(); key <= keys.last(); key++) {
                statement.setLong(1, key);
                for (int one : series) {
                    statement.setInt(2, one);
                    take(statement, one, taker);
                }
            }
        }
    }

    /** For many series at once it is cheaper to read past the others; key by key, so that no result grows large. */
    private void scan(Shelf shelf, Shelf.Keys keys, Set<Integer> wanted, BlockTaker taker) throws SQLException {
        try (PreparedStatement statement = reading.handle().getConnection().prepareStatement(shelf.selectAll())) {
            for (long key = keys.first(); key <= keys.last(); key++) {
                stopIfCancelled();
                statement.setLong(1, key);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        int series = rows.getInt(1);
                        if (wanted.contains(series)) {
                            unpack(series, rows.getBytes(2), taker);
                        }
                    }
                }
            }
        }
    }

    private void take(PreparedStatement statement, int series, BlockTaker taker) throws SQLException {
        stopIfCancelled();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                unpack(series, rows.getBytes(1), taker);
            }
        }
    }

    private void stopIfCancelled() {
        if (reading.isCancelled().getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private void unpack(int series, byte[] block, BlockTaker taker) {
        try {
            taker.take(series, block);
        } catch (BadBlock e) {
            if (toldOfDamage.compareAndSet(false, true)) {
                LOG.warn("a stored block of series {} is damaged and left out: {}", series, e.getMessage());
            }
        }
    }
}
