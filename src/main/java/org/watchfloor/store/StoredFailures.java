package org.watchfloor.store;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.FailureHistory;
import org.watchfloor.recovery.failure.Failure;

/** Answers from the table of failures. Any thread may ask. */
final class StoredFailures implements FailureHistory {
    private final Queries queries;

    StoredFailures(Queries queries) {
        this.queries = queries;
    }

    @Override
    public CompletableFuture<List<Failure>> failures(Instant from, Instant to, int most) {
        return queries.ask(reading -> new FailureRows(reading.handle()).between(from, to, most));
    }
}
