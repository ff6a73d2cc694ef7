package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.recovery.failure.Failure;

/** Failures of the past. The rules of {@link History} hold. */
public interface FailureHistory {
    /**
     * Those that began in the span, newest first.
     *
     * @param most at least 1
     */
    CompletableFuture<List<Failure>> failures(Instant from, Instant to, int most);
}
