package org.watchfloor.config;

/** What to look at and what to expect, as the operator wrote it; one record for each kind of probe. */
public interface CheckSpec {
    /** One line for the operator: {@code GET https://intranet/health}. */
    String summary();

    /** What a look at it calls. */
    default Calls calls() {
        return Calls.HOST;
    }

    /** Whom calls may hurt. */
    enum Calls {
        /** The host that the check belongs to. */
        HOST,
        /** That host, through its SSH sessions. */
        SSH,
        /** Nobody that is known: a program of this machine, which may ask whom it likes. */
        NOBODY
    }
}
