package org.watchfloor.engine;

import java.util.Map;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.GateMove;

/**
 * What the journal knows of gates at start.
 *
 * @param stood the newest move of each gate, also of those that are no longer configured
 * @param lastMove highest number given so far, 0 if none
 */
public record RestoredGates(Map<GateId, GateMove> stood, long lastMove) {
    public static final RestoredGates NOTHING = new RestoredGates(Map.of(), 0);

    public RestoredGates {
        stood = Map.copyOf(stood);
    }
}
