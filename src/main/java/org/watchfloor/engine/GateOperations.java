package org.watchfloor.engine;

import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;

/** What a person can do with breakers. The rules of {@link Operations} hold. */
public interface GateOperations {
    /**
     * Keeps a breaker open, has it only count, or switches it off; {@link Hand#OFF} lets it judge by itself again, beginning
     * closed.
     */
    void setGate(GateId gate, Hand hand, Actor by, String reason);
}
