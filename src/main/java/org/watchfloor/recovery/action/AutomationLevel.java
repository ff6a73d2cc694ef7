package org.watchfloor.recovery.action;

/** What may be done, and by whom. Each allows all that the one before does. */
public enum AutomationLevel {
    /** Nothing is done; what would have been done is on record. */
    SHADOW,
    /** Proposes; a person clicks. */
    MONITOR,
    /** Runbooks that are marked safe begin by themselves. */
    LIMITED,
    /** All runbooks begin by themselves, but for those that need a second person or a typed name. */
    FULL;

    public boolean allows(AutomationLevel needed) {
        return compareTo(needed) >= 0;
    }
}
