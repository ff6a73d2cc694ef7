package org.watchfloor.ui.shell;

import java.util.HashSet;
import java.util.Set;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.IncidentId;

/** Notices incidents that were not there in the snapshot before. Confined to the FX thread. */
final class FreshTrouble {
    private Set<IncidentId> known = new HashSet<>();
    private boolean first = true;

    /** True if the snapshot brings a new incident; what is open when the console starts is not new. */
    boolean seenIn(Snapshot snapshot) {
        Set<IncidentId> open = new HashSet<>();
        for (Incident incident : snapshot.state().openIncidents().values()) {
            open.add(incident.id());
        }
        boolean fresh = !first && !known.containsAll(open);
        known = open;
        first = false;
        return fresh;
    }
}
