package org.watchfloor.recovery;

import org.watchfloor.config.Place;

/**
 * What can be done about a failure. Immutable.
 *
 * @param title shown name; the id by default
 * @param scope what it is for
 * @param priority of several that fit the lowest is tried first, 0 to 1000, default 100
 * @param strategy what kind of remedy it is; default custom
 */
public record Runbook(
        RunbookId id,
        String title,
        Scope scope,
        int priority,
        Strategy strategy,
        Guards guards,
        Plan plan,
        Place place) {
    /** Kinds of remedies. */
    public enum Strategy {
        RETRY,
        FAILOVER,
        RESTART,
        CUSTOM
    }
}
