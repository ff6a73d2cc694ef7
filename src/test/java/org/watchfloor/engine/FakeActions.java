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

/** Takes every command and does nothing. */
final class FakeActions implements ActionOperations {
    @Override
    public CompletableFuture<Action> start(
            RunbookId runbook,
            CheckId check,
            Map<String, String> given,
            Actor by,
            String typed,
            Optional<Approval> approval) {
        return CompletableFuture.failedFuture(new IllegalStateException("nothing is done here"));
    }

    @Override
    public CompletableFuture<Action> rollBack(ActionId action, Actor by) {
        return CompletableFuture.failedFuture(new IllegalStateException("nothing is done here"));
    }

    @Override
    public void cancel(ActionId action, Actor by) {}

    @Override
    public void answer(ActionId action, String answer, Actor by) {}

    @Override
    public void automate(Optional<ServiceId> service, Optional<AutomationLevel> level, Actor by, String reason) {}

    @Override
    public void stopAll(boolean stopped, Actor by, String reason) {}

    @Override
    public String output(ActionId action) {
        return "";
    }
}
