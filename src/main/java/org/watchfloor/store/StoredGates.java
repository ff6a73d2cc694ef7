package org.watchfloor.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.watchfloor.engine.GateHistory;
import org.watchfloor.gate.GateMove;

/** Answers from the table of moves. Any thread may ask. */
final class StoredGates implements GateHistory {
    private final Queries queries;

    StoredGates(Queries queries) {
        this.queries = queries;
    }

    @Override
    public CompletableFuture<List<GateMove>> moves(Instant from, Instant to) {
        return queries.ask(reading -> {
            GateRows rows = new GateRows(reading.handle());
            return Stream.concat(rows.newestBefore(from).stream(), rows.between(from, to).stream())
                    .toList();
        });
    }
}
