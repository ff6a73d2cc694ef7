package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Transition;

/**
 * What the journal knows at start.
 *
 * @param last the newest transition of each check, also of checks that are no longer configured
 * @param openIncidents incidents that were not resolved
 * @param lastTransition highest number given so far, 0 if none; likewise the others
 * @param lastAlive the newest time stamp in the journal; empty if it is new
 */
public record Restored(
        Map<CheckId, Transition> last,
        List<Incident> openIncidents,
        long lastTransition,
        long lastIncident,
        long lastTimelineEntry,
        Optional<Instant> lastAlive,
        RestoredAlerts alerts,
        RestoredGates gates,
        RestoredFailures failures,
        RestoredActions actions) {
    public static final Restored NOTHING = new Restored(
            Map.of(),
            List.of(),
            0,
            0,
            0,
            Optional.empty(),
            RestoredAlerts.NOTHING,
            RestoredGates.NOTHING,
            RestoredFailures.NOTHING,
            RestoredActions.NOTHING);

    public Restored {
        last = Map.copyOf(last);
        openIncidents = List.copyOf(openIncidents);
    }
}
