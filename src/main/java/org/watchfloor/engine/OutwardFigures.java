package org.watchfloor.engine;

import java.util.List;
import java.util.Map;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.model.PoolFigures;

/**
 * How what stands between the engine and the world is doing.
 *
 * @param pools by protocol: the connections that are kept
 * @param limits those that are set, of hosts from their first call on
 */
public record OutwardFigures(Map<String, PoolFigures> pools, List<LimitFigures> limits) {
    public static final OutwardFigures NONE = new OutwardFigures(Map.of(), List.of());
}
