package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.RecoveryDesk;
import org.watchfloor.engine.Running;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Undoing;
import org.watchfloor.model.Actor;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Script;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.ui.fx.LatestReply;

/** The chosen action: its steps with what they print, what it asks, and a hand on it. FX thread only; knows no control. */
public final class ActionDetailModel {
    /** How long a press on Cancel waits for the second one. */
    static final Duration SECOND_PRESS = Duration.ofSeconds(5);
    /** The history may learn of a change a moment after the snapshot that shows it. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final RecoveryDesk desk;
    private final Actor operator;
    private final LatestReply<List<StepRun>> reply;
    private final LatestReply<Action> undoReply;
    private final ReadOnlyObjectWrapper<Optional<ActionLine>> line =
            new ReadOnlyObjectWrapper<>(this, "line", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Question>> question =
            new ReadOnlyObjectWrapper<>(this, "question", Optional.empty());
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper(this, "armed");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyStringWrapper hindrance = new ReadOnlyStringWrapper(this, "hindrance", "");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private final ObservableList<StepLine> steps = FXCollections.observableArrayList();
    private final ObservableList<StepLine> shownSteps = FXCollections.unmodifiableObservableList(steps);
    private Optional<EngineState> state = Optional.empty();
    private List<StepRun> runs = List.of();
    private Instant now = Instant.EPOCH;
    private Instant askAgain = Instant.MAX;
    private Instant armedUntil = Instant.MIN;

    ActionDetailModel(RecoveryDesk desk, Actor operator, Executor fx) {
        this.desk = desk;
        this.operator = operator;
        reply = new LatestReply<>(fx);
        undoReply = new LatestReply<>(fx);
    }

    /** Once a second: what the step under way has printed, and what the history has learnt meanwhile. */
    void show(Snapshot snapshot) {
        now = snapshot.at();
        armed.set(armed.get() && now.isBefore(armedUntil));
        state = Optional.of(snapshot.state());
        weigh();
        if (!now.isBefore(askAgain)) {
            askAgain = Instant.MAX;
            ask();
        }
        lay();
    }

    void choose(Optional<ActionLine> next) {
        Optional<Action> before = action();
        line.set(next);
        weigh();
        question.set(next.flatMap(ActionLine::running).flatMap(Question::of));
        if (!before.map(Action::id).equals(action().map(Action::id))) {
            runs = List.of();
            armed.set(false);
            refusal.set("");
            reply.cancel();
        }
        if (!before.equals(action())) {
            askAgain = now.plus(SETTLING);
            ask();
            lay();
        }
    }

    private void weigh() {
        hindrance.set(state.flatMap(newest -> action().flatMap(one -> new Undoing(newest, one).hindrance()))
                .orElse(""));
    }

    private void ask() {
        action().map(Action::id)
                .ifPresent(id -> reply.ask(
                        desk.actions().steps(id),
                        answer -> {
                            runs = List.copyOf(answer);
                            note.set("");
                            lay();
                        },
                        failure -> note.set("Its steps cannot be read: " + failure.getMessage())));
    }

    private void lay() {
        List<StepLine> fresh = line.get().map(this::lines).orElse(List.of());
        if (fresh.size() != steps.size()) {
            steps.setAll(fresh);
            return;
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (!fresh.get(i).equals(steps.get(i))) {
                steps.set(i, fresh.get(i));
            }
        }
    }

    private List<StepLine> lines(ActionLine shown) {
        return shown.running()
                .map(this::lines)
                .orElseGet(() -> runs.stream().map(StepLine::of).toList());
    }

    private List<StepLine> lines(Running running) {
        List<StepLine> lines = new ArrayList<>(lines(running, Part.STEPS));
        boolean isUndoing = runs.stream().anyMatch(run -> run.part() == Part.ROLLBACK)
                || (running.action().stage() instanceof Stage.Stepping at && at.part() == Part.ROLLBACK);
        if (isUndoing) {
            lines.addAll(lines(running, Part.ROLLBACK));
        }
        String live = desk.operations().output(running.action().id());
        lines.replaceAll(one -> one.printed(live));
        return lines;
    }

    private List<StepLine> lines(Running running, Part part) {
        List<Script.Line> all = running.script().of(part);
        List<StepLine> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            lines.add(step(running, part, i, all.get(i).step().title()));
        }
        return lines;
    }

    private StepLine step(Running running, Part part, int index, String title) {
        StepLine known = runs.stream()
                .filter(run -> run.part() == part && run.index() == index)
                .reduce((_, later) -> later)
                .map(StepLine::of)
                .orElseGet(() -> StepLine.waiting(part, index, title));
        return running.action().stage() instanceof Stage.Stepping at && at.part() == part && at.index() == index
                ? known.begunAt(at.since())
                : known;
    }

    /** Stops it at the second press; what was done then, in words. */
    Optional<String> cancel() {
        if (!canCancel() || isFirstPress()) {
            return Optional.empty();
        }
        ActionId id = action().orElseThrow().id();
        desk.operations().cancel(id, operator);
        return Optional.of("Action " + id + " is being cancelled");
    }

    /** Has undone what it did at the second press. */
    void rollBack() {
        if (canRollBack() && !isFirstPress()) {
            refusal.set("");
            undoReply.ask(
                    desk.operations().rollBack(action().orElseThrow().id(), operator),
                    _ -> {},
                    failure -> refusal.set("It was not rolled back: " + failure.getMessage()));
        }
    }

    private boolean isFirstPress() {
        boolean isFirst = !armed.get();
        armed.set(isFirst);
        armedUntil = now.plus(SECOND_PRESS);
        return isFirst;
    }

    void answer(String answer) {
        action().map(Action::id).ifPresent(id -> desk.operations().answer(id, answer, operator));
    }

    boolean canCancel() {
        return line.get().filter(ActionLine::isRunning).isPresent();
    }

    boolean canRollBack() {
        return action().filter(Action::isOver).isPresent() && hindrance.get().isEmpty();
    }

    private Optional<Action> action() {
        return Objects.requireNonNull(line.get()).map(ActionLine::action);
    }

    /** Empty while nothing is chosen. */
    ReadOnlyObjectProperty<Optional<ActionLine>> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Empty while it asks nothing. */
    ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Whether the next press cancels it. */
    ReadOnlyBooleanProperty armedProperty() {
        return armed.getReadOnlyProperty();
    }

    /** Why there are no steps; empty if there are. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Why what it did cannot be undone by hand; empty if it can, or nothing is chosen. */
    ReadOnlyStringProperty hindranceProperty() {
        return hindrance.getReadOnlyProperty();
    }

    /** Why it was not undone when that was asked for; empty if it was. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** In the order in which they are carried out; unmodifiable. */
    ObservableList<StepLine> steps() {
        return shownSteps;
    }
}
