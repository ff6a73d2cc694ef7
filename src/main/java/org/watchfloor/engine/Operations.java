package org.watchfloor.engine;

import java.util.Collection;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;

/**
 * What a person can tell the engine. Every call returns at once, from any thread; its effect arrives with a later
 * snapshot. Ids that are unknown by then are ignored.
 */
public interface Operations {
    void checkNow(Collection<CheckId> checks);

    /**
     * Goes down the way to the targets once, now, as the first failure of an outage does by itself; nothing while that is
     * under way, or the check is paused.
     */
    void diagnose(Collection<CheckId> checks);

    /** Stops looking until resumed; survives a restart. */
    void pause(Collection<CheckId> checks, Actor by);

    void resume(Collection<CheckId> checks, Actor by);

    /** @param note may be empty */
    void acknowledge(IncidentId incident, Actor by, String note);

    void addNote(IncidentId incident, Actor by, String text);
}
