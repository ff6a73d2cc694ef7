package org.watchfloor.ui.hosts;

import java.time.Instant;
import java.util.List;
import org.watchfloor.engine.Mark;
import org.watchfloor.engine.Marks;
import org.watchfloor.health.Recent;
import org.watchfloor.model.State;

/**
 * What a row of the table shows; immutable.
 *
 * @param marks what is true of it besides its state; of a host, that of its worst check; none for a group
 * @param message the last result in plain words; of a host, that of its worst check
 * @param recent latest latencies; of a host, those of its worst check; none for a group
 */
public record Line(State state, Instant since, Care care, List<Mark> marks, String message, Recent recent) {
    static final Line NOTHING =
            new Line(State.UNKNOWN, Instant.EPOCH, Care.NONE_NEEDED, List.of(), "no data yet", Recent.NONE);

    public Line {
        marks = List.copyOf(marks);
    }

    /** Whether it wants somebody; in roll-up order. */
    public enum Care {
        UNACKNOWLEDGED,
        NONE_NEEDED,
        /** Somebody owns it, or it is kept quiet. */
        IN_HAND;

        static Care of(Marks marks) {
            if (marks.isInHand()) {
                return IN_HAND;
            }
            return marks.calls() ? UNACKNOWLEDGED : NONE_NEEDED;
        }
    }

    boolean isProblem() {
        return switch (state) {
            case DOWN, UNREACHABLE, DEGRADED, UNKNOWN, STALE, PENDING -> true;
            case PAUSED, UP -> false;
        };
    }

    /** True if a row with the other line may belong to another place of the table. */
    boolean isOrderedLike(Line other) {
        return state == other.state && care == other.care && since.equals(other.since);
    }
}
