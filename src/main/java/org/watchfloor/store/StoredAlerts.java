package org.watchfloor.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.model.AlertId;
import org.watchfloor.notify.Posting;

/** Answers from the tables of alerts. Any thread may ask. */
final class StoredAlerts implements AlertHistory {
    private final Queries queries;

    StoredAlerts(Queries queries) {
        this.queries = queries;
    }

    @Override
    public CompletableFuture<List<Alert>> alerts(Instant from, Instant to, int limit) {
        return queries.ask(reading -> reading.handle()
                .createQuery("""
                        select * from alert
                        where since_time < ? and (ended_at is null or ended_at >= ?)
                        order by id desc limit ?
                        """)
                .bind(0, Nanos.of(to))
                .bind(1, Nanos.of(from))
                .bind(2, limit)
                .map((row, _) -> AlertMappers.alert(row))
                .list());
    }

    @Override
    public CompletableFuture<Optional<Alert>> alert(AlertId id) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from alert where id = ?")
                .bind(0, id.value())
                .map((row, _) -> AlertMappers.alert(row))
                .findOne());
    }

    @Override
    public CompletableFuture<List<Verdict>> verdicts(AlertId alert) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from verdict where alert_id = ? order by id")
                .bind(0, alert.value())
                .map((row, _) -> AlertMappers.verdict(row))
                .list());
    }

    @Override
    public CompletableFuture<List<Verdict>> verdicts(Subject subject, Instant from, Instant to, int limit) {
        return queries.ask(reading -> reading.handle()
                .createQuery("""
                        select * from verdict
                        where subject_kind = ? and subject_id = ? and at_time >= ? and at_time < ?
                        order by id desc limit ?
                        """)
                .bind(0, subject.kind().name())
                .bind(1, subject.id())
                .bind(2, Nanos.of(from))
                .bind(3, Nanos.of(to))
                .bind(4, limit)
                .map((row, _) -> AlertMappers.verdict(row))
                .list()
                .reversed());
    }

    @Override
    public CompletableFuture<List<Posting>> notices(Instant from, Instant to, int limit) {
        return queries.ask(reading -> reading.handle()
                .createQuery("select * from notice where at_time >= ? and at_time < ? order by id desc limit ?")
                .bind(0, Nanos.of(from))
                .bind(1, Nanos.of(to))
                .bind(2, limit)
                .map((row, _) -> AlertMappers.posting(row))
                .list());
    }
}
