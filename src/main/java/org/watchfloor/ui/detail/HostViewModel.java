package org.watchfloor.ui.detail;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Diagnoses;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;
import org.watchfloor.ui.fx.Formats;

/** One host, its checks, and the one of them that is looked at. Confined to the FX thread; knows no control. */
final class HostViewModel {
    private final HostId host;
    private final Operations operations;
    private final Actor operator;
    private final Formats formats;
    private final CheckRows rows = new CheckRows(CheckId::name);
    private final ReadOnlyObjectWrapper<HostHead> head;
    private final ReadOnlyObjectWrapper<LastResult> result =
            new ReadOnlyObjectWrapper<>(this, "result", LastResult.NONE);
    private final ReadOnlyBooleanWrapper gone = new ReadOnlyBooleanWrapper(this, "gone");
    private final ObjectProperty<Optional<CheckId>> selected =
            new SimpleObjectProperty<>(this, "selected", Optional.empty());
    private boolean awaited;
    private @Nullable Snapshot newest;

    HostViewModel(HostId host, Operations operations, Actor operator, Formats formats) {
        this.host = host;
        this.operations = operations;
        this.operator = operator;
        this.formats = formats;
        head = new ReadOnlyObjectWrapper<>(this, "head", HostHead.gone(host));
        selected.subscribe(() -> {
            awaited = false;
            showResult();
        });
    }

    /** Brings all up to date; the selected check stays selected while the host has it. */
    void show(Snapshot snapshot) {
        newest = snapshot;
        var configured = snapshot.state().layout().host(host);
        gone.set(configured.isEmpty());
        rows.show(
                configured.stream()
                        .flatMap(it -> it.checks().stream())
                        .map(Check::id)
                        .toList(),
                snapshot);
        head.set(configured.map(it -> HostHead.of(it, snapshot, formats)).orElseGet(() -> HostHead.gone(host)));
        if (selected.get().flatMap(rows::row).isEmpty()) {
            selected.set(worst());
        }
        showResult();
    }

    void checkNow() {
        operations.checkNow(checks());
    }

    void pause() {
        operations.pause(checks(), operator);
    }

    void resume() {
        operations.resume(checks(), operator);
    }

    void checkSelectedNow() {
        operations.checkNow(selectedCheck());
    }

    /** Nothing happens while that is under way. */
    void diagnoseSelected() {
        awaitDiagnosis();
        operations.diagnose(selectedCheck());
    }

    /** A person waits for what is found of the selected check. */
    void awaitDiagnosis() {
        awaited = true;
    }

    /** Until something new was found, that included. */
    boolean awaitsDiagnosis() {
        return awaited;
    }

    void pauseSelected() {
        operations.pause(selectedCheck(), operator);
    }

    void resumeSelected() {
        operations.resume(selectedCheck(), operator);
    }

    void acknowledge() {
        unacknowledged().ifPresent(incident -> operations.acknowledge(incident.id(), operator, ""));
    }

    boolean canCheck() {
        return !rows.all().isEmpty();
    }

    boolean canPause() {
        return rows.all().stream().anyMatch(row -> !isPaused(row));
    }

    boolean canResume() {
        return rows.all().stream().anyMatch(HostViewModel::isPaused);
    }

    boolean isSelectedPaused() {
        return selected.get().flatMap(rows::row).filter(HostViewModel::isPaused).isPresent();
    }

    boolean canDiagnose() {
        return selected.get().flatMap(rows::row).filter(row -> !isPaused(row)).isPresent();
    }

    /** Whether the way to the selected check is being tried. */
    boolean isDiagnosing() {
        return snapshot()
                .map(Snapshot::state)
                .flatMap(state -> selected.get()
                        .flatMap(check -> state.alerting().diagnoses().underWay(state.layout(), check)))
                .isPresent();
    }

    boolean canAcknowledge() {
        return unacknowledged().isPresent();
    }

    /** The selected check as it is configured. */
    Optional<Check> check() {
        return snapshot()
                .flatMap(it -> selected.get().flatMap(id -> it.state().layout().check(id)));
    }

    Optional<Snapshot> snapshot() {
        return Optional.ofNullable(newest);
    }

    ObservableList<CheckRow> rows() {
        return rows.all();
    }

    ObjectProperty<Optional<CheckId>> selectedProperty() {
        return selected;
    }

    ReadOnlyObjectProperty<HostHead> headProperty() {
        return head.getReadOnlyProperty();
    }

    HostHead head() {
        return Objects.requireNonNull(head.get());
    }

    ReadOnlyObjectProperty<LastResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** True when the configuration in force does not know the host. */
    ReadOnlyBooleanProperty goneProperty() {
        return gone.getReadOnlyProperty();
    }

    private void showResult() {
        String before = diagnosis();
        result.set(snapshot()
                .flatMap(it -> selected.get().flatMap(it::check).map(health -> lastResult(health, it)))
                .orElse(LastResult.NONE));
        awaited = awaited && (isDiagnosing() || before.equals(diagnosis()));
    }

    private String diagnosis() {
        return Objects.requireNonNull(result.get()).diagnosis();
    }

    private LastResult lastResult(CheckHealth health, Snapshot now) {
        EngineState state = now.state();
        Diagnoses diagnoses = state.alerting().diagnoses();
        LastResult.Descent descent = new LastResult.Descent(
                diagnoses.underWay(state.layout(), health.check()), diagnoses.of(state.layout(), health.check()));
        return LastResult.of(health, LastGood.of(health, state, formats, now.at()), descent, formats, now.at());
    }

    private Optional<CheckId> worst() {
        return rows.all().stream()
                .min(Comparator.comparing(row -> row.line().state()))
                .map(CheckRow::check);
    }

    private List<CheckId> checks() {
        return rows.all().stream().map(CheckRow::check).toList();
    }

    private List<CheckId> selectedCheck() {
        return selected.get().stream().toList();
    }

    /** The open one. */
    Optional<Incident> incident() {
        return snapshot().flatMap(it -> HostHead.incident(host, it));
    }

    private Optional<Incident> unacknowledged() {
        return incident().filter(incident -> incident.acknowledged().isEmpty());
    }

    private static boolean isPaused(CheckRow row) {
        return row.line().state() == State.PAUSED;
    }
}
