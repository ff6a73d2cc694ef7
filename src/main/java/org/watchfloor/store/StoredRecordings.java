package org.watchfloor.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Recordings;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.store.pack.Column;

/** Hands out raw samples hour by hour, from the chunks and from the open hours in memory, and roll-ups. Thread safe. */
final class StoredRecordings implements Recordings {
    /** One in so many: up to here it is cheaper to look each of them up than to read past the others. */
    private static final int SOME = 8;

    private final Queries queries;
    private final Memory memory;
    private final AtomicBoolean toldOfDamage = new AtomicBoolean();
    private final FiguresQuery figures = new FiguresQuery(toldOfDamage);

    StoredRecordings(Queries queries, Memory memory) {
        this.queries = queries;
        this.memory = memory;
    }

    @Override
    public CompletableFuture<Optional<Instant>> oldest() {
        return queries.ask(reading -> {
            long sealed = reading.handle()
                    .createQuery("select coalesce(min(hour_no), 9223372036854775807) from chunk")
                    .mapTo(Long.class)
                    .one();
            long first = Math.min(sealed, memory.hours().first());
            return first == Long.MAX_VALUE
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(first * OpenHours.HOUR));
        });
    }

    @Override
    public CompletableFuture<List<Track>> hour(long hour, Collection<CheckId> checks, Predicate<String> metrics) {
        List<CheckId> asked = List.copyOf(checks);
        return queries.ask(reading -> hour(reading, hour, wanted(asked, metrics)));
    }

    @Override
    public CompletableFuture<Optional<Instant>> oldestFigures() {
        return queries.ask(reading -> figures.oldest(reading));
    }

    @Override
    public CompletableFuture<List<Figures>> figures(
            Instant from, Instant to, Collection<CheckId> checks, Predicate<String> metrics) {
        List<CheckId> asked = List.copyOf(checks);
        return queries.ask(reading -> memory.hours()
                .steady(() -> figures.answer(reading, wanted(asked, metrics), Nanos.millis(from), Nanos.millis(to))));
    }

    @Override
    public CompletableFuture<Map<CheckId, List<Change>>> changes(Collection<CheckId> checks, Instant from, Instant to) {
        List<CheckId> asked = List.copyOf(checks);
        return queries.ask(reading -> {
            Map<CheckId, List<Change>> changes = new HashMap<>();
            asked.forEach(check -> changes.put(check, changes(reading, check, from, to)));
            return changes;
        });
    }

    /** The latency of each check first: the marks stand beside it. */
    private Map<Integer, Series> wanted(List<CheckId> checks, Predicate<String> metrics) {
        Map<Integer, Series> wanted = new LinkedHashMap<>();
        for (CheckId check : checks) {
            memory.book().find(check, History.LATENCY).ifPresent(series -> wanted.put(series.id(), series));
            memory.book().all(check).stream()
                    .filter(series -> metrics.test(series.metric()))
                    .forEach(series -> wanted.putIfAbsent(series.id(), series));
        }
        return wanted;
    }

    /** In the order of time: what came late may lie in memory while the rest is sealed. */
    private List<Track> hour(Reading reading, long hour, Map<Integer, Series> wanted) throws SQLException {
        Map<Integer, List<Column>> found = memory.hours().steady(() -> columns(reading, hour, wanted));
        List<Track> tracks = new ArrayList<>(found.size());
        for (Series series : wanted.values()) {
            found.getOrDefault(series.id(), List.of()).stream()
                    .sorted(Comparator.comparingLong(column -> column.millis(0)))
                    .map(column -> new Samples(series.check(), series.metric(), column))
                    .forEach(tracks::add);
        }
        return tracks;
    }

    private Map<Integer, List<Column>> columns(Reading reading, long hour, Map<Integer, Series> wanted)
            throws SQLException {
        Map<Integer, List<Column>> found = new HashMap<>();
        if (hour >= memory.hours().first()) {
            for (int series : wanted.keySet()) {
                memory.hours().columns(series).stream()
                        .filter(column -> column.size() > 0 && OpenHours.hourOf(column.millis(0)) == hour)
                        .forEach(column -> add(found, series, column));
            }
        }
        long from = hour * OpenHours.HOUR;
        Blocks blocks = new Blocks(reading, toldOfDamage);
        Blocks.ColumnTaker taker = (series, column) -> add(found, series, column);
        if (wanted.size() * SOME > memory.book().checks()) {
            blocks.columnsAmongAll(wanted.keySet(), from, from + OpenHours.HOUR, taker);
        } else {
            blocks.columns(wanted.keySet(), from, from + OpenHours.HOUR, taker);
        }
        return found;
    }

    private static void add(Map<Integer, List<Column>> found, int series, Column column) {
        found.computeIfAbsent(series, _ -> new ArrayList<>(1)).add(column);
    }

    private List<Change> changes(Reading reading, CheckId check, Instant from, Instant to) {
        Deque<Change> changes = new ArrayDeque<>();
        long id = memory.standings().newest(check);
        while (id != 0 && (changes.isEmpty() || !changes.getFirst().at().isBefore(from))) {
            if (reading.isCancelled().getAsBoolean()) {
                throw new CancellationException();
            }
            Optional<Link> link = link(reading, id);
            link.filter(found -> found.change().at().isBefore(to)).ifPresent(found -> changes.addFirst(found.change()));
            id = link.map(Link::previous).orElse(0L);
        }
        return List.copyOf(changes);
    }

    private static Optional<Link> link(Reading reading, long id) {
        return reading.handle()
                .createQuery("select previous_id, at_time, to_state, hard_state, reason from transition where id = ?")
                .bind(0, id)
                .map((row, _) -> new Link(
                        row.getLong("previous_id"),
                        new Change(
                                Nanos.instant(row.getLong("at_time")),
                                State.valueOf(row.getString("to_state")),
                                State.valueOf(row.getString("hard_state")),
                                Optional.ofNullable(row.getString("reason")).map(Reason::valueOf))))
                .findOne();
    }

    /** @param previous the number of the check's change before this one, 0 if there is none */
    private record Link(long previous, Change change) {}

    /** A column as the engine reads it. */
    private record Samples(CheckId check, String metric, Column column) implements Track {
        @Override
        public int size() {
            return column.size();
        }

        @Override
        public long millis(int index) {
            return column.millis(index);
        }

        @Override
        public double value(int index) {
            return column.value(index);
        }

        @Override
        public State seen(int index) {
            return Mark.seen(column.mark(index));
        }

        @Override
        public State hard(int index) {
            return Mark.hardState(column.mark(index));
        }
    }
}
