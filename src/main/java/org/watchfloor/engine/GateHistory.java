package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.gate.GateMove;

/** How breakers stood in the past. The rules of {@link History} hold. */
public interface GateHistory {
    /** Of each gate how it stood at the begin, and all moves in the span, oldest first. */
    CompletableFuture<List<GateMove>> moves(Instant from, Instant to);
}
