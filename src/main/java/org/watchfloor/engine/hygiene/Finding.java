package org.watchfloor.engine.hygiene;

/**
 * Something about a rule that deserves a look.
 *
 * @param rule its id
 * @param why one line with the facts
 */
public record Finding(String rule, Kind kind, String why, Remedy remedy) {
    /** What is the matter. */
    public enum Kind {
        /** It fires more often than two people on call can bear. */
        NOISY,
        /** It never fires, or looks at nothing. */
        DEAD,
        /** Nobody ever does anything about it. */
        NEVER_ACTED_UPON,
        /** Another rule says the same. */
        DUPLICATE,
        /** It has been silenced for so long that nobody would miss it. */
        LONG_SILENCED,
        /** Its limit is crossed while nothing is wrong. */
        INSIDE_NORMAL
    }
}
