package org.watchfloor.engine.backtest;

import java.util.Optional;
import org.watchfloor.engine.Figures;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.model.State;

/**
 * What was shown of a check for a time, and which looks fit it: those after which {@link PastCheck} goes on to show the
 * same. Immutable.
 *
 * @param isWatched whether anybody looked
 */
record Standing(State shown, State hard, boolean isWatched) {
    static Standing of(Change change) {
        boolean isUnseen = change.to() == State.UNKNOWN && change.reason().isEmpty();
        return new Standing(change.to(), change.hard(), !isUnseen && isWatched(change.to()));
    }

    /** Where no change is on record: what it was for most of the five minutes. */
    static Standing of(Figures.Step step) {
        State most = step.down() > Math.max(step.up(), step.degraded())
                ? State.DOWN
                : step.degraded() > step.up() ? State.DEGRADED : State.UP;
        return new Standing(most, most, true);
    }

    /** Looks that reach their target are what is to be expected. */
    boolean isAnswering() {
        return shown == State.UP || shown == State.DEGRADED;
    }

    /** Looks that fail are. */
    boolean isFailing() {
        return isWatched && !isAnswering();
    }

    /** How such a look ended, so that it changes nothing; empty if any would. */
    Optional<State> ended(Moment look) {
        if (look.isAnswer() && isWatched) {
            return Optional.of(shown == State.DEGRADED || shown == State.PENDING ? State.DEGRADED : State.UP);
        }
        return isFailing() ? Optional.of(shown == State.UNKNOWN ? State.UNKNOWN : State.DOWN) : Optional.empty();
    }

    private static boolean isWatched(State shown) {
        return switch (shown) {
            case UP, DEGRADED, DOWN, UNREACHABLE, PENDING, UNKNOWN -> true;
            case STALE, PAUSED -> false;
        };
    }
}
