package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.StepRun;

/** Actions on record. Thread safe; answers come from a thread of the store. */
public interface ActionHistory {
    /**
     * Those asked for in the span, newest first.
     *
     * @param most how many at most, 1 to 10,000
     */
    CompletableFuture<List<Action>> actions(Instant from, Instant to, int most);

    CompletableFuture<Optional<Action>> action(ActionId id);

    /** The steps of one, in the order in which they began. */
    CompletableFuture<List<StepRun>> steps(ActionId action);
}
