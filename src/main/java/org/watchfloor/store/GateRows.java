package org.watchfloor.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchfloor.engine.RestoredGates;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.GateMove.Stand;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** Moves of gates as rows. Confined to the thread of its handle. */
final class GateRows {
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NAME = 1_000;

    private final Handle handle;

    GateRows(Handle handle) {
        this.handle = handle;
    }

    void write(GateMove move) {
        handle.execute(
                """
                insert into gate_move
                    (id, gate_kind, gate_name, at_time, stand, until_time, reopenings, hand, actor, why)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                move.id(),
                move.gate().kind().name(),
                move.gate().name(),
                Nanos.of(move.at()),
                move.stand().name(),
                move.until().map(Nanos::of).orElse(null),
                move.reopenings(),
                move.hand().name(),
                move.by().map(by -> Text.of(by.name(), LONGEST_NAME)).orElse(null),
                Text.of(move.why(), LONGEST_TEXT));
    }

    RestoredGates load() {
        Map<GateId, GateMove> newest =
                newestBefore(Instant.MAX).stream().collect(Collectors.toMap(GateMove::gate, Function.identity()));
        long last = newest.values().stream().mapToLong(GateMove::id).max().orElse(0);
        return new RestoredGates(newest, last);
    }

    /** Of each gate how it stood then. */
    List<GateMove> newestBefore(Instant time) {
        return handle.createQuery("""
                        select * from gate_move where id in
                            (select max(id) from gate_move where at_time < ? group by gate_kind, gate_name)
                        order by id
                        """)
                .bind(0, time.equals(Instant.MAX) ? Long.MAX_VALUE : Nanos.of(time))
                .map((row, _) -> move(row))
                .list();
    }

    /** In the order of time, the begin included, the end not. */
    List<GateMove> between(Instant from, Instant to) {
        return handle.createQuery("select * from gate_move where at_time >= ? and at_time < ? order by id")
                .bind(0, Nanos.of(from))
                .bind(1, Nanos.of(to))
                .map((row, _) -> move(row))
                .list();
    }

    private static GateMove move(ResultSet row) throws SQLException {
        return new GateMove(
                row.getLong("id"),
                new GateId(GateId.Kind.valueOf(row.getString("gate_kind")), row.getString("gate_name")),
                Nanos.instant(row.getLong("at_time")),
                Stand.valueOf(row.getString("stand")),
                Optional.ofNullable(row.getObject("until_time", Long.class)).map(Nanos::instant),
                row.getInt("reopenings"),
                Hand.valueOf(row.getString("hand")),
                Optional.ofNullable(row.getString("actor")).map(Actor::new),
                row.getString("why"));
    }
}
