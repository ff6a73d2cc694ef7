package org.watchfloor.engine;

import java.time.Instant;
import java.util.Map;
import org.watchfloor.config.Site;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.model.HostId;

/** The gates of a site for those who only look at them. */
public final class SomeGates {
    private SomeGates() {}

    /** @param known those that do not stand as a new one does; all must be before something of the site */
    public static Gates of(Site site, Instant since, Map<GateId, Breaker> known) {
        Gates gates = Gates.NONE.of(site, since);
        for (Map.Entry<GateId, Breaker> one : known.entrySet()) {
            if (one.getKey().kind() == GateId.Kind.ACTION) {
                gates = gates.acting(site, new HostId(one.getKey().name()), since);
            }
            if (gates.find(one.getKey()).isEmpty()) {
                throw new IllegalArgumentException(one.getKey() + " is before nothing of the site");
            }
            gates = gates.moved(one.getKey(), one.getValue(), gates.lastMove() + 1);
        }
        return gates;
    }
}
