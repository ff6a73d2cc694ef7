package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Stage;

/**
 * An action that is not over, and what it carries out. Immutable.
 *
 * @param begun when its first step began, or its undoing did
 * @param trouble why it is being undone; empty while nothing has gone wrong
 * @param move from which instance to which a failover of it goes, once that is known
 * @param upkeep until when a step of it has said that work is planned on the host
 */
public record Running(
        Action action,
        Script script,
        Instant begun,
        Optional<String> trouble,
        Optional<Move> move,
        Optional<Instant> upkeep) {
    static Running begun(Action action, Script script, Instant now) {
        return new Running(action, script, now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param to the instance that takes over
     * @param addresses what the steps of a failover know more, by placeholder
     */
    record Move(CheckId from, CheckId to, Map<String, String> addresses) {
        public Move {
            addresses = Map.copyOf(addresses);
        }
    }

    Running with(Action next) {
        return new Running(next, script, begun, trouble, move, upkeep);
    }

    Running with(Move next) {
        return new Running(action, script, begun, trouble, Optional.of(next), upkeep);
    }

    Running upkeep(Optional<Instant> until) {
        return new Running(action, script, begun, trouble, move, until);
    }

    /** What it did is undone from now on. */
    Running undoing(String why, Instant now) {
        return new Running(action, script, now, Optional.of(why), move, upkeep);
    }

    Running setBack(Duration back) {
        return new Running(
                action.setBack(back), script, begun.minus(back), trouble, move, upkeep.map(until -> until.minus(back)));
    }

    boolean isAt(Part part, int index) {
        return action.stage() instanceof Stage.Stepping at && at.part() == part && at.index() == index;
    }

    /** When the steps must have ended. */
    Instant deadline() {
        return begun.plus(script.runbook().plan().timeout());
    }

    boolean covers(CheckId check, Instant now) {
        Duration grace = script.runbook().guards().budget().grace();
        boolean isWork = upkeep.filter(now::isBefore).isPresent();
        return check.host().equals(action.target().host()) && (isWork || now.isBefore(begun.plus(grace)));
    }
}
