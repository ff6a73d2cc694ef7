package org.watchfloor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** Writes down, in words, what it is told, and answers as the test says. Callable from any thread. */
public final class FakeActions implements ActionOperations {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Action> answer =
            CompletableFuture.failedFuture(new IllegalStateException("nothing is done here"));
    private volatile CompletableFuture<Failure> reported =
            CompletableFuture.failedFuture(new IllegalStateException("nothing is reported here"));
    private volatile String output = "";

    /** {@code start restart-web on web-7/front by mara, typed web-7}, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** From now on whoever asks for an action gets this one. */
    public void answers(Action action) {
        answer = CompletableFuture.completedFuture(action);
    }

    /** From now on whoever asks for an action gets this. */
    public void answers(CompletableFuture<Action> later) {
        answer = later;
    }

    /** From now on whoever reports a failure, or ends one, gets this. */
    public void reports(CompletableFuture<Failure> later) {
        reported = later;
    }

    /** What every step under way has printed so far. */
    public void prints(String live) {
        output = live;
    }

    @Override
    public CompletableFuture<Action> start(
            RunbookId runbook,
            CheckId check,
            Map<String, String> given,
            Actor by,
            String typed,
            Optional<Approval> approval) {
        told.add("start " + runbook + " on " + check + " by " + by
                + (given.isEmpty() ? "" : " with " + new TreeMap<>(given))
                + (typed.isEmpty() ? "" : ", typed " + typed)
                + approval.map(other -> ", agreed by " + other.person() + " with " + other.pin())
                        .orElse(""));
        return answer;
    }

    @Override
    public CompletableFuture<Failure> report(CheckId check, FailureType type, String message, Actor by) {
        told.add("report " + type + " of " + check + " by " + by + ": " + message);
        return reported;
    }

    @Override
    public CompletableFuture<Failure> end(FailureId failure, Actor by, String why) {
        told.add("end failure " + failure + " by " + by + ": " + why);
        return reported;
    }

    @Override
    public void cancel(ActionId action, Actor by) {
        told.add("cancel " + action + " by " + by);
    }

    @Override
    public CompletableFuture<Action> rollBack(ActionId action, Actor by) {
        told.add("roll back " + action + " by " + by);
        return answer;
    }

    @Override
    public void answer(ActionId action, String answer, Actor by) {
        told.add("answer " + action + " " + answer + " by " + by);
    }

    @Override
    public void automate(Optional<ServiceId> service, Optional<AutomationLevel> level, Actor by, String reason) {
        told.add("automate " + service.map(ServiceId::value).orElse("console") + " "
                + level.map(AutomationLevel::name).orElse("as the console") + " by " + by + ": " + reason);
    }

    @Override
    public void stopAll(boolean stopped, Actor by, String reason) {
        told.add((stopped ? "stop all" : "let go on") + " by " + by + ": " + reason);
    }

    @Override
    public String output(ActionId action) {
        return output;
    }
}
