package org.watchfloor.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.approval.Consent;

/** What an engine of the tests was asked to do about {@value #FRONT}, and what it did. */
record Acted(TestEngine engine) {
    static final String FRONT = "web-1/up";

    Action start(String runbook) {
        return start(runbook, "", new Consent.None());
    }

    Action start(String runbook, String typed, Consent consent) {
        CompletableFuture<Action> answer = new CompletableFuture<>();
        engine.tell(new Event.StartAction(
                new RunbookId(runbook), CheckId.parse(FRONT), Map.of(), TestEngine.ALICE, typed, consent, answer));
        return answer.join();
    }

    Action start(String runbook, Map<String, String> given) {
        CompletableFuture<Action> answer = new CompletableFuture<>();
        engine.tell(new Event.StartAction(
                new RunbookId(runbook), CheckId.parse(FRONT), given, TestEngine.ALICE, "", new Consent.None(), answer));
        return answer.join();
    }

    CompletableFuture<Action> rollBack(Action action) {
        CompletableFuture<Action> answer = new CompletableFuture<>();
        engine.tell(new Event.RollBackAction(action.id(), TestEngine.ALICE, answer));
        return answer;
    }

    /** Each as often as it was saved, oldest first. */
    List<Action> actions() {
        return engine.entries().stream()
                .flatMap(
                        entry -> entry instanceof Entry.ActionSaved(Action action) ? Stream.of(action) : Stream.empty())
                .toList();
    }

    /** As it was saved last. */
    Action last() {
        return actions().getLast();
    }

    /** The last one of that runbook, as it was saved last. */
    Action last(String runbook) {
        return actions().stream()
                .filter(action -> action.runbook().value().equals(runbook))
                .toList()
                .getLast();
    }

    List<Status> statuses() {
        return actions().stream().map(Action::status).toList();
    }

    List<StepRun> steps() {
        return engine.entries().stream()
                .flatMap(entry -> entry instanceof Entry.StepSaved(StepRun step) ? Stream.of(step) : Stream.empty())
                .toList();
    }

    /** What each step said at its end. */
    List<String> ends() {
        return steps().stream()
                .flatMap(step -> step.end().stream())
                .map(end -> end.how().message())
                .toList();
    }
}
