package org.watchfloor.engine;

import java.util.List;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.StepRun;

/**
 * What the store knows of actions at start.
 *
 * @param open those that are not over
 * @param steps of the open ones that have begun and not ended
 * @param recent those that ended within the last 7 days and were not refused, oldest first
 * @param automation the newest move of each service and of the whole console, in the order of their numbers
 * @param moves the newest one of each service, in the order of their numbers
 * @param last the highest number of an action, 0 if there is none
 */
public record RestoredActions(
        List<Action> open,
        List<StepRun> steps,
        List<Action> recent,
        List<AutomationMove> automation,
        List<ServiceMove> moves,
        long last) {
    public static final RestoredActions NOTHING =
            new RestoredActions(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    public RestoredActions {
        open = List.copyOf(open);
        steps = List.copyOf(steps);
        recent = List.copyOf(recent);
        automation = List.copyOf(automation);
        moves = List.copyOf(moves);
    }
}
