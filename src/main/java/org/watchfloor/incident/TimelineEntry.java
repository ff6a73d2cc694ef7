package org.watchfloor.incident;

import java.time.Instant;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;

/**
 * One thing that happened in an incident.
 *
 * @param id grows with each entry of any incident
 * @param actor who did it; empty for what happened by itself
 */
public record TimelineEntry(
        long id,
        IncidentId incident,
        Instant at,
        Kind kind,
        Optional<CheckId> check,
        String text,
        Optional<Actor> actor) {
    /** What kind of thing happened. */
    public enum Kind {
        FIRST_FAILURE,
        HARD_STATE,
        STATE_CHANGE,
        /** Checks that lie behind this trouble. */
        CONSEQUENCE,
        /** Why a check fails, as far as that was found out. */
        DIAGNOSED,
        ACKNOWLEDGED,
        /** Something that was done about it, or what came of it. */
        ACTION,
        NOTE,
        OBSERVER_GAP,
        RESOLVED
    }
}
