package org.watchfloor.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.Restored;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Transition;
import org.watchfloor.store.pack.BadBlock;
import org.watchfloor.store.pack.Flush;
import org.watchfloor.store.pack.Heads;

/** Rebuilds memory and engine state from the tables, at start. Runs on the store's thread. */
final class Loading {
    private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

    private final Handle handle;
    private final Memory memory;
    private final Instant now;
    private final Map<CheckId, Transition> last = new HashMap<>();

    /** @param now when the store is opened */
    Loading(Handle handle, Memory memory, Instant now) {
        this.handle = handle;
        this.memory = memory;
        this.now = now;
    }

    Restored load() {
        memory.book()
                .learn(handle.createQuery("select id, check_id, metric, unit from series")
                        .map((row, _) -> EntryMappers.series(row))
                        .list());
        loadOpenHours();
        loadTransitions();
        loadGaps();
        return new Restored(
                last,
                openIncidents(),
                memory.standings().highest(),
                highest("select coalesce(max(id), 0) from incident"),
                highest("select coalesce(max(id), 0) from timeline"),
                lastAlive(),
                new AlertLoading(handle).load(),
                new GateRows(handle).load(),
                new FailureRows(handle).load(),
                new ActionLoading(handle).load(now));
    }

    static long batch(Handle handle) {
        return handle.createQuery("select batch from mark where id = 1")
                .mapTo(Long.class)
                .one();
    }

    private void loadOpenHours() {
        try (var blocks = handle
                .createQuery("select block from journal order by hour_no, id")
                .setFetchSize(100)
                .mapTo(byte[].class)
                .stream()) {
            blocks.forEach(this::loadFlush);
        }
    }

    private void loadFlush(byte[] block) {
        try {
            Flush.unpack(block, memory.hours()::add);
        } catch (BadBlock e) {
            LOG.warn("a block of raw samples is damaged and left out: {}", e.getMessage());
        }
    }

    private void loadTransitions() {
        long known = handle.createQuery("select transition_id, block from standing order by transition_id desc limit 1")
                .map((row, _) -> loadHeads(row.getLong("transition_id"), row.getBytes("block")))
                .findFirst()
                .orElse(0L);
        try (var newer = handle
                .createQuery("select * from transition where id > ? order by id")
                .bind(0, known)
                .map((row, _) -> EntryMappers.transition(row))
                .stream()) {
            newer.forEach(this::stand);
        }
    }

    /** @return the transition up to which the heads are complete; 0 if they are damaged */
    private long loadHeads(long upTo, byte[] block) {
        try {
            Heads.unpack(
                    block,
                    id -> handle.createQuery("select * from transition where id = ?")
                            .bind(0, id)
                            .map((row, _) -> EntryMappers.transition(row))
                            .findOne()
                            .ifPresent(this::stand));
            return upTo;
        } catch (BadBlock e) {
            LOG.warn("the list of newest transitions is damaged; reading all of them: {}", e.getMessage());
            return 0;
        }
    }

    private void stand(Transition transition) {
        last.put(transition.check(), transition);
        memory.standings().moved(transition.check(), transition.id());
    }

    private void loadGaps() {
        List<Gap> newestFirst = handle.createQuery("select * from gap order by id desc limit 1000")
                .map((row, _) -> EntryMappers.gap(row))
                .list();
        newestFirst.reversed().forEach(memory.unobserved()::add);
    }

    private List<Incident> openIncidents() {
        return handle.createQuery("select * from incident where resolved_at is null order by id")
                .map((row, _) -> EntryMappers.incident(row))
                .list();
    }

    private long highest(String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    private Optional<Instant> lastAlive() {
        long alive = highest("select alive_at from mark where id = 1");
        return alive == 0 ? Optional.empty() : Optional.of(Nanos.instant(alive));
    }
}
