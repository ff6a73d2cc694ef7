package org.watchfloor.ui.away;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Severity;
import org.watchfloor.ui.fx.Target;

/**
 * One trouble with all that belongs to it: an incident with its alerts, an alert that belongs to none, or a time in which
 * Watchfloor saw nothing.
 *
 * @param key names it for ever: {@code incident-7}
 * @param severity empty for a time in which nothing was seen
 * @param to empty while it goes on
 * @param reason why nobody was told; may be empty
 * @param taken who has it and since when, may be empty
 * @param moments all that happened with it
 * @param target what can be opened; empty: the screen of the engine tells more
 */
record Happening(
        String key,
        Optional<Severity> severity,
        String title,
        Instant from,
        Optional<Instant> to,
        List<Told> told,
        String reason,
        Optional<Taken> taken,
        List<Moment> moments,
        Optional<Target> target) {
    Happening {
        told = List.copyOf(told);
        moments = List.copyOf(moments);
    }

    /** By whom and when it was acknowledged. */
    record Taken(String by, Instant at) {}

    boolean goesOn() {
        return to.isEmpty();
    }

    /** When it was heard of last. */
    Instant latest() {
        return to.orElse(from);
    }
}
