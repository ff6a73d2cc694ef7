package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Failure;

/** Failures and actions that the test says, and in words for which spans it was asked. Callable from any thread. */
public final class FakeRecovery implements FailureHistory, ActionHistory {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final List<Action> actions = new CopyOnWriteArrayList<>();
    private final List<StepRun> steps = new CopyOnWriteArrayList<>();
    private volatile Optional<Exception> trouble = Optional.empty();

    private final FakeActions operations = new FakeActions();

    public RecoveryDesk desk() {
        return new RecoveryDesk(operations, this, this);
    }

    /** What people do. */
    public FakeActions operations() {
        return operations;
    }

    /** These are on record, and nothing else. */
    public void knowsOnly(List<Action> all) {
        actions.clear();
        actions.addAll(all);
    }

    /** These are on record besides those before; tell the newest first. */
    public void knows(Failure... more) {
        failures.addAll(List.of(more));
    }

    public void knows(Action... more) {
        actions.addAll(List.of(more));
    }

    public void knows(StepRun... more) {
        steps.addAll(List.of(more));
    }

    /** From now on all questions fail. */
    public void fails(Exception with) {
        trouble = Optional.of(with);
    }

    /** {@code failures 2026-01-05T09:00:00Z 2026-01-06T09:00:00Z 100}, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public CompletableFuture<List<Failure>> failures(Instant from, Instant to, int most) {
        asked.add("failures " + from + " " + to + " " + most);
        return answer(failures.stream().limit(most).toList());
    }

    @Override
    public CompletableFuture<List<Action>> actions(Instant from, Instant to, int most) {
        asked.add("actions " + from + " " + to + " " + most);
        return answer(actions.stream().limit(most).toList());
    }

    @Override
    public CompletableFuture<Optional<Action>> action(ActionId id) {
        return answer(actions.stream().filter(action -> action.id().equals(id)).findFirst());
    }

    @Override
    public CompletableFuture<List<StepRun>> steps(ActionId action) {
        return answer(
                steps.stream().filter(step -> step.action().equals(action)).toList());
    }

    private <T> CompletableFuture<T> answer(T value) {
        return trouble.<CompletableFuture<T>>map(CompletableFuture::failedFuture)
                .orElseGet(() -> CompletableFuture.completedFuture(value));
    }
}
