package org.watchfloor.ui.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.ActionOperations;
import org.watchfloor.engine.DryRun;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.Parameter;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.failure.Target;
import org.watchfloor.ui.fx.LatestReply;

/**
 * A runbook before it begins: its target, its parameters, what it would do and whether it may, looked at anew with each
 * snapshot. FX thread only; knows no control.
 */
public final class RunViewModel {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ActionOperations operations;
    private final Actor operator;
    private final LatestReply<Action> reply;
    private final Targets found = new Targets();
    private final Confirmation confirmation;
    private final ReadOnlyObjectWrapper<Optional<Runbook>> runbook =
            new ReadOnlyObjectWrapper<>(this, "runbook", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CheckId>> check =
            new ReadOnlyObjectWrapper<>(this, "check", Optional.empty());
    private final ObservableList<TargetLine> targets = FXCollections.observableArrayList();
    private final ObservableList<TargetLine> shownTargets = FXCollections.unmodifiableObservableList(targets);
    private final ObservableList<ParameterField> fields = FXCollections.observableArrayList();
    private final ObservableList<ParameterField> shownFields = FXCollections.unmodifiableObservableList(fields);
    private final ReadOnlyObjectWrapper<Optional<DryRun>> dryRun =
            new ReadOnlyObjectWrapper<>(this, "dryRun", Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> obstacles =
            new ReadOnlyObjectWrapper<>(this, "obstacles", List.of());
    private final ReadOnlyObjectWrapper<Optional<ActionId>> begun =
            new ReadOnlyObjectWrapper<>(this, "begun", Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private final StringProperty words = new SimpleStringProperty(this, "words", "");
    private Optional<RunbookId> wanted = Optional.empty();
    private @Nullable Snapshot newest;
    private Instant lookedAt = Instant.MIN;
    private boolean listing;

    RunViewModel(ActionOperations operations, Actor operator, Executor fx) {
        this.operations = operations;
        this.operator = operator;
        reply = new LatestReply<>(fx);
        confirmation = new Confirmation(operator, this::look);
        words.subscribe(_ -> list());
    }

    void show(Snapshot snapshot) {
        boolean isNewSite = newest == null || !newest.site().equals(snapshot.site());
        newest = snapshot;
        if (isNewSite) {
            resolve();
        } else if (Duration.between(lookedAt, snapshot.at()).compareTo(PAUSE) >= 0) {
            list();
            look();
        }
    }

    /** Its target is chosen anew: what fails first. */
    void choose(RunbookId id) {
        choose(id, Optional.empty());
    }

    void choose(RunbookId id, CheckId target) {
        choose(id, Optional.of(target));
    }

    private void choose(RunbookId id, Optional<CheckId> target) {
        wanted = Optional.of(id);
        check.set(target);
        words.set("");
        clear();
        resolve();
    }

    /** A person chose it in the list. */
    void aim(CheckId target) {
        if (!listing && !check.get().equals(Optional.of(target))) {
            check.set(Optional.of(target));
            clear();
            look();
        }
    }

    private void clear() {
        confirmation.clear();
        refusal.set("");
        begun.set(Optional.empty());
    }

    /** Finds it anew in the site in force. */
    private void resolve() {
        Optional<Runbook> before = runbook.get();
        Optional<Runbook> next = snapshot()
                .flatMap(now -> wanted.flatMap(id ->
                        now.site().section(Runbooks.class).orElse(Runbooks.NONE).find(id)));
        runbook.set(next);
        List<Parameter> asked = next.map(it -> it.plan().parameters()).orElse(List.of());
        boolean isOther = !before.map(Runbook::id).equals(next.map(Runbook::id));
        if (isOther
                || !asked.equals(fields.stream().map(ParameterField::parameter).toList())) {
            fields.setAll(asked.stream().map(ParameterField::new).toList());
            fields.forEach(field -> field.valueProperty().subscribe(_ -> look()));
        }
        list();
        look();
    }

    private void list() {
        List<TargetLine> fresh = snapshot()
                .flatMap(now -> runbook.get().map(it -> found.lines(it, now, words.get())))
                .orElse(List.of());
        if (!fresh.equals(targets)) {
            listing = true; // a list that loses its rows chooses others by itself
            targets.setAll(fresh);
            listing = false;
        }
        if (check.get().isEmpty() && !fresh.isEmpty()) {
            check.set(Optional.of(fresh.getFirst().target().check()));
            look();
        }
    }

    private void look() {
        Optional<DryRun> fresh = snapshot().flatMap(this::dryRun);
        lookedAt = snapshot().map(Snapshot::at).orElse(lookedAt);
        dryRun.set(fresh);
        obstacles.set(obstacles(fresh));
    }

    private Optional<DryRun> dryRun(Snapshot now) {
        return runbook.get()
                .flatMap(it -> target(now)
                        .map(target ->
                                DryRun.of(now.state(), it, target, given(), new Cause.ByHand(operator), now.at())));
    }

    private Optional<Target> target(Snapshot now) {
        return check.get().flatMap(id -> Target.of(now.site(), id));
    }

    /** That its target is an instance of. */
    List<ServiceId> services() {
        return snapshot().flatMap(this::target).map(Target::services).orElse(List.of());
    }

    private Map<String, String> given() {
        Map<String, String> given = new HashMap<>();
        fields.forEach(field ->
                given.put(field.parameter().name(), field.valueProperty().get()));
        return given;
    }

    /** All that keeps it from beginning, one sentence each. */
    private List<String> obstacles(Optional<DryRun> dry) {
        if (dry.isEmpty()) {
            return List.of("choose what it is to be done on");
        }
        List<String> all = new ArrayList<>(dry.get().faults());
        dry.get().guards().stream()
                .filter(guard -> !guard.holds())
                .map(guard -> "it needs that " + guard.text() + ", but " + guard.live())
                .forEach(all::add);
        if (runbook.get().isPresent() && check.get().isPresent()) {
            all.addAll(confirmation.missing(
                    runbook.get().get().guards(), check.get().get().host()));
        }
        return all;
    }

    /** Nothing happens while something keeps it from beginning, or it is being asked for. */
    void begin() {
        if (!canBegin()) {
            return;
        }
        busy.set(true);
        refusal.set("");
        reply.ask(
                operations.start(
                        runbook.get().orElseThrow().id(),
                        check.get().orElseThrow(),
                        given(),
                        operator,
                        confirmation.typedProperty().get(),
                        confirmation.approval(runbook.get().orElseThrow().guards())),
                this::answered,
                failure -> {
                    busy.set(false);
                    confirmation.clear();
                    refusal.set("It was not begun: " + failure.getMessage());
                });
    }

    private void answered(Action action) {
        busy.set(false);
        confirmation.clear();
        if (action.status() == Status.REFUSED) {
            refusal.set("It was refused: " + action.said());
            look();
        } else {
            begun.set(Optional.of(action.id()));
        }
    }

    boolean canBegin() {
        return !busy.get() && obstacles.get().isEmpty() && runbook.get().isPresent();
    }

    /** Of the newest snapshot. */
    Instant now() {
        return snapshot().map(Snapshot::at).orElse(Instant.EPOCH);
    }

    private Optional<Snapshot> snapshot() {
        return Optional.ofNullable(newest);
    }

    /** Empty if none is chosen, or the chosen one is not on the site in force. */
    ReadOnlyObjectProperty<Optional<Runbook>> runbookProperty() {
        return runbook.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<CheckId>> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** What it can be done on, what fails first, at most a hundred; unmodifiable. */
    ObservableList<TargetLine> targets() {
        return shownTargets;
    }

    /** Part of the names of the targets that are listed. */
    StringProperty wordsProperty() {
        return words;
    }

    /** Unmodifiable. */
    ObservableList<ParameterField> fields() {
        return shownFields;
    }

    ReadOnlyObjectProperty<Optional<DryRun>> dryRunProperty() {
        return dryRun.getReadOnlyProperty();
    }

    /** Why it cannot begin; empty if it can. */
    ReadOnlyObjectProperty<List<String>> obstaclesProperty() {
        return obstacles.getReadOnlyProperty();
    }

    /** Whether it is being asked for. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why it was not begun when it was asked for; empty if it was. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** What became of it. */
    ReadOnlyObjectProperty<Optional<ActionId>> begunProperty() {
        return begun.getReadOnlyProperty();
    }

    Confirmation confirmation() {
        return confirmation;
    }
}
