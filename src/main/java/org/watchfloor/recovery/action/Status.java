package org.watchfloor.recovery.action;

import java.util.Locale;

/** How far an action has come. */
public enum Status {
    /** On record, but nothing has been done yet. */
    INITIATED,
    IN_PROGRESS,
    /** Its proof is green, or its steps have all succeeded where nothing can prove it. */
    SUCCEEDED,
    /** It did not help, and what it did stays. */
    FAILED,
    /** It did not help, and what it did was undone. */
    ROLLED_BACK,
    /** A guard held it back; nothing was done. */
    REFUSED,
    /** A person stopped it; what it had done stays, unless it was undone. */
    CANCELLED,
    /** The program ended in the middle: nobody knows how far it came. Nothing is repeated. */
    UNKNOWN_OUTCOME;

    public boolean isOver() {
        return this != INITIATED && this != IN_PROGRESS;
    }

    /** As in the API and in the database: {@code in_progress}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
