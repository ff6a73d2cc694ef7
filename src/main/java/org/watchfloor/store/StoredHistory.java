package org.watchfloor.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.watchfloor.config.Settings;
import org.watchfloor.engine.History;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Transition;

/** The past, from the tables and the open hours in memory. Thread safe. */
final class StoredHistory implements History {
    private final Queries queries;
    private final SeriesBook book;
    private final SeriesQuery series;
    private final UptimeQuery uptime;
    private final StatesQuery states;

    StoredHistory(Queries queries, Memory memory, Settings settings, InstantSource clock) {
        AtomicBoolean toldOfDamage = new AtomicBoolean();
        this.queries = queries;
        book = memory.book();
        series = new SeriesQuery(memory, settings, clock, toldOfDamage);
        uptime = new UptimeQuery(memory, clock, toldOfDamage);
        states = new StatesQuery(memory.standings());
    }

    @Override
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        return queries.ask(reading -> states.answer(reading, check, from, to));
    }

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        Optional<org.watchfloor.store.Series> known = book.find(check, metric);
        if (known.isEmpty() || !from.isBefore(to)) {
            return CompletableFuture.completedFuture(new Series("", List.of(), 0, "raw"));
        }
        return queries.ask(
                reading -> series.answer(reading, known.get(), Nanos.millis(from), Nanos.millis(to), points));
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        Comparator<Metric> latencyFirst =
                Comparator.comparing(metric -> !metric.name().equals(LATENCY));
        return CompletableFuture.completedFuture(book.all(check).stream()
                .map(one -> new Metric(one.metric(), one.unit()))
                .sorted(latencyFirst.thenComparing(Metric::name))
                .toList());
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        List<CheckId> asked = List.copyOf(checks);
        return queries.ask(reading -> uptime.answer(reading, asked, Nanos.millis(from), Nanos.millis(to)));
    }

    @Override
    public CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit) {
        return queries.ask(reading -> reading.handle()
                .createQuery("""
                        select * from incident
                        where started_at < ? and (resolved_at is null or resolved_at >= ?)
                        order by id desc limit ?
                        """)
                .bind(0, Nanos.of(to))
                .bind(1, Nanos.of(from))
                .bind(2, limit)
                .map((row, _) -> EntryMappers.incident(row))
                .list());
    }

    @Override
    public CompletableFuture<Optional<Incident>> incident(IncidentId id) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from incident where id = ?")
                .bind(0, id.value())
                .map((row, _) -> EntryMappers.incident(row))
                .findOne());
    }

    @Override
    public CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from timeline where incident_id = ? order by at_time, id")
                .bind(0, incident.value())
                .map((row, _) -> EntryMappers.timelineEntry(row))
                .list());
    }

    @Override
    public CompletableFuture<List<Transition>> transitionsAfter(long id, int limit) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from transition where id > ? order by id limit ?")
                .bind(0, id)
                .bind(1, limit)
                .map((row, _) -> EntryMappers.transition(row))
                .list());
    }

    @Override
    public CompletableFuture<List<Gap>> gaps(Instant from, Instant to) {
        return queries.ask(reading -> reading.handle()
                .createQuery("""
                        select * from gap
                        where least(from_time, to_time) < ? and greatest(from_time, to_time) > ?
                        order by from_time, id
                        """)
                .bind(0, Nanos.of(to))
                .bind(1, Nanos.of(from))
                .map((row, _) -> EntryMappers.gap(row))
                .list());
    }
}
