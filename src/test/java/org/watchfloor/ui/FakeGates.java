package org.watchfloor.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchfloor.engine.GateDesk;
import org.watchfloor.engine.GateHistory;
import org.watchfloor.engine.GateOperations;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** Remembers what the test says and writes down, in words, what it is told. Callable from any thread. */
public final class FakeGates implements GateOperations, GateHistory {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<GateMove> moves = new CopyOnWriteArrayList<>();
    private volatile Optional<CompletableFuture<List<GateMove>>> answer = Optional.empty();

    /** From now on what is asked of the past is answered with this. */
    public void fails(CompletableFuture<List<GateMove>> failure) {
        answer = Optional.of(failure);
    }

    public GateDesk desk() {
        return new GateDesk(this, this);
    }

    /** These are on record besides those before. */
    public FakeGates knows(List<GateMove> more) {
        moves.addAll(more);
        return this;
    }

    /** {@code FORCED_OPEN host:web-1 by mara: because}, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void setGate(GateId gate, Hand hand, Actor by, String reason) {
        told.add(hand + " " + gate + " by " + by + ": " + reason);
    }

    @Override
    public CompletableFuture<List<GateMove>> moves(Instant from, Instant to) {
        return answer.orElseGet(() -> CompletableFuture.completedFuture(
                moves.stream().filter(move -> move.at().isBefore(to)).toList()));
    }
}
