package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchfloor.engine.RestoredFailures;
import org.watchfloor.model.Fact;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;

/** Failures as rows. Confined to the thread of its handle. */
final class FailureRows {
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_LIST = 100_000;

    private final Handle handle;

    FailureRows(Handle handle) {
        this.handle = handle;
    }

    /** The newest version replaces the one before. */
    void write(Failure failure) {
        TargetColumns target = TargetColumns.of(failure.target());
        handle.execute(
                """
                merge into failure
                    (id, at_time, type, category, severity, check_id, address, group_id, services, tags, message, context,
                     detection, incident_id, ended_at, ended_by)
                key (id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                failure.id().value(),
                Nanos.of(failure.at()),
                failure.kind().type().name(),
                failure.kind().category().name(),
                failure.severity().name(),
                target.check(),
                target.address(),
                target.group(),
                target.services(),
                target.tags(),
                Text.of(failure.message(), LONGEST_TEXT),
                Text.of(Pairs.of(pairs(failure.context())), LONGEST_TEXT),
                failure.detection().name(),
                failure.incident().map(IncidentId::value).orElse(null),
                failure.ended().map(ended -> Nanos.of(ended.at())).orElse(null),
                failure.ended().map(ended -> Text.of(ended.by(), LONGEST_LIST)).orElse(null));
    }

    RestoredFailures load() {
        List<Failure> open = handle.createQuery("select * from failure where ended_at is null order by id")
                .map((row, _) -> failure(row))
                .list();
        return new RestoredFailures(
                open,
                handle.createQuery("select coalesce(max(id), 0) from failure")
                        .mapTo(Long.class)
                        .one());
    }

    /** Newest first. */
    List<Failure> between(Instant from, Instant to, int most) {
        return handle.createQuery("select * from failure where at_time >= ? and at_time < ? order by id desc limit ?")
                .bind(0, Nanos.of(from))
                .bind(1, Nanos.of(to))
                .bind(2, most)
                .map((row, _) -> failure(row))
                .list();
    }

    private static Failure failure(ResultSet row) throws SQLException {
        return new Failure(
                new FailureId(row.getLong("id")),
                Nanos.instant(row.getLong("at_time")),
                new Classification(
                        FailureType.valueOf(row.getString("type")), FailureCategory.valueOf(row.getString("category"))),
                Severity.valueOf(row.getString("severity")),
                TargetColumns.read(row),
                row.getString("message"),
                Pairs.parse(row.getString("context")).entrySet().stream()
                        .map(pair -> new Fact(pair.getKey(), pair.getValue()))
                        .toList(),
                Failure.Detection.valueOf(row.getString("detection")),
                Optional.ofNullable(row.getObject("incident_id", Long.class)).map(IncidentId::new),
                ended(row));
    }

    private static Optional<Failure.Ended> ended(ResultSet row) throws SQLException {
        Optional<Instant> at =
                Optional.ofNullable(row.getObject("ended_at", Long.class)).map(Nanos::instant);
        String by = row.getString("ended_by");
        return at.map(when -> new Failure.Ended(when, by));
    }

    private static Map<String, String> pairs(List<Fact> facts) {
        Map<String, String> pairs = new LinkedHashMap<>();
        facts.forEach(fact -> pairs.putIfAbsent(fact.name(), fact.value()));
        return pairs;
    }
}
