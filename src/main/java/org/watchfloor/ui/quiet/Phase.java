package org.watchfloor.ui.quiet;

import java.time.Instant;
import org.watchfloor.alert.Silence;

/** Where a silence stands in time; in the order of the list. */
enum Phase {
    IN_FORCE("in force"),
    COMING("coming"),
    PAST("past");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    static Phase of(Silence silence, Instant now) {
        if (silence.isActive(now)) {
            return IN_FORCE;
        }
        return now.isBefore(silence.from()) ? COMING : PAST;
    }

    String text() {
        return text;
    }
}
