package org.watchfloor.engine;

import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Transition;

/** A decision or fact that must not be lost; one row in the journal. */
public sealed interface Entry {
    record StateChanged(Transition transition) implements Entry {}

    /** A new incident, or the same one acknowledged, widened or resolved: the newest version counts. */
    record IncidentSaved(Incident incident) implements Entry {}

    record TimelineAdded(TimelineEntry entry) implements Entry {}

    record GapRecorded(Gap gap) implements Entry {}
}
