package org.watchfloor.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.approval.Approval;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;

/** What a person can have done about failures. Every call returns at once, from any thread. */
public interface ActionOperations {
    /**
     * Begins a runbook for a check.
     *
     * @param given values of its parameters by name
     * @param typed the name of the host as it was typed, if the runbook is dangerous; else empty
     * @param approval what a second person has typed, if the runbook wants one
     * @return the action, begun or refused, once that is on disk; fails if there is no such runbook or check
     */
    CompletableFuture<Action> start(
            RunbookId runbook,
            CheckId check,
            Map<String, String> given,
            Actor by,
            String typed,
            Optional<Approval> approval);

    /**
     * Puts on record that something fails, whatever its checks say; what begins by itself does so for it as well.
     *
     * @return the failure, once it is on disk; fails with the reason in words if it cannot be
     */
    CompletableFuture<Failure> report(CheckId check, FailureType type, String message, Actor by);

    /**
     * Says that what a person has reported is over.
     *
     * @return the failure, once that is on disk; fails with the reason in words if it is not for people to say
     */
    CompletableFuture<Failure> end(FailureId failure, Actor by, String why);

    void cancel(ActionId action, Actor by);

    /**
     * Has undone what an action did that is over, once.
     *
     * @return the action, on its way again, once that is on disk; fails with the reason in words if it cannot be undone
     */
    CompletableFuture<Action> rollBack(ActionId action, Actor by);

    /** Answers what an action asks; nothing if it asks something else by then. */
    void answer(ActionId action, String answer, Actor by);

    /**
     * Says what may be done from now on.
     *
     * @param service empty: the whole console
     * @param level empty: the service is as the whole console again
     */
    void automate(Optional<ServiceId> service, Optional<AutomationLevel> level, Actor by, String reason);

    /** The kill switch: while it is on, no action begins. What runs goes on until it is cancelled. */
    void stopAll(boolean stopped, Actor by, String reason);

    /** What the step that is under way has printed so far; empty if nothing. */
    String output(ActionId action);
}
