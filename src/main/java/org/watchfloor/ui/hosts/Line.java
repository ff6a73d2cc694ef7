package org.watchfloor.ui.hosts;

import java.time.Instant;
import org.watchfloor.health.Recent;
import org.watchfloor.model.State;

/**
 * What a row of the table shows; immutable.
 *
 * @param message the last result in plain words; of a host, that of its worst check
 * @param recent latest latencies; of a host, those of its worst check; none for a group
 */
public record Line(State state, Instant since, Care care, String message, Recent recent) {
    static final Line NOTHING = new Line(State.UNKNOWN, Instant.EPOCH, Care.NONE_NEEDED, "no data yet", Recent.NONE);

    /** Whether somebody looks after the open incident of the host. */
    public enum Care {
        UNACKNOWLEDGED,
        ACKNOWLEDGED,
        NONE_NEEDED
    }

    boolean isProblem() {
        return switch (state) {
            case DOWN, UNREACHABLE, DEGRADED, UNKNOWN, STALE, PENDING -> true;
            case MAINTENANCE, PAUSED, UP -> false;
        };
    }

    /** True if a row with the other line may belong to another place of the table. */
    boolean isOrderedLike(Line other) {
        return state == other.state && care == other.care && since.equals(other.since);
    }
}
