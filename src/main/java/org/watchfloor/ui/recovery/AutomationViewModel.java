package org.watchfloor.ui.recovery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.config.Features;
import org.watchfloor.config.Service;
import org.watchfloor.engine.ActionOperations;
import org.watchfloor.engine.Automation;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.Actor;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.action.AutomationLevel;

/** What may begin by itself, who said so, and a form to say otherwise. FX thread only; knows no control. */
public final class AutomationViewModel {
    static final int LONGEST = 500;
    /** Stands for the whole console in the choice of what a level is for. */
    static final String CONSOLE = "the whole console";

    private final ActionOperations operations;
    private final Actor operator;
    private final ReadOnlyObjectWrapper<Automation> automation =
            new ReadOnlyObjectWrapper<>(this, "automation", Automation.USUAL);
    private final ReadOnlyObjectWrapper<Optional<Form>> form =
            new ReadOnlyObjectWrapper<>(this, "form", Optional.empty());
    private final ReadOnlyStringWrapper off = new ReadOnlyStringWrapper(this, "off", "");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper(this, "warning", "");
    private final ObservableList<String> scopes = FXCollections.observableArrayList(CONSOLE);
    private final StringProperty scope = new SimpleStringProperty(this, "scope", CONSOLE);
    private final ObjectProperty<Optional<AutomationLevel>> level =
            new SimpleObjectProperty<>(this, "level", Optional.of(AutomationLevel.MONITOR));
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private Instant now = Instant.EPOCH;

    AutomationViewModel(ActionOperations operations, Actor operator) {
        this.operations = operations;
        this.operator = operator;
        reason.subscribe(_ -> problem.set(""));
        scope.subscribe(_ -> aim());
        level.subscribe(_ -> warn());
    }

    /** What is asked. */
    enum Form {
        LEVEL,
        STOP,
        LET_GO_ON
    }

    void show(Snapshot snapshot) {
        now = snapshot.at();
        automation.set(snapshot.state().actions().automation());
        off.set(FeatureWords.off(Features.of(snapshot.site())));
        List<String> fresh = new ArrayList<>(List.of(CONSOLE));
        snapshot.site().services().stream()
                .map(Service::id)
                .map(ServiceId::value)
                .forEach(fresh::add);
        if (!fresh.equals(scopes)) {
            String before = scope.get();
            scopes.setAll(fresh);
            scope.set(fresh.contains(before) ? before : CONSOLE);
        }
    }

    /** Asks for a level, beginning with that in force. */
    void ask() {
        open(Form.LEVEL);
        scope.set(CONSOLE);
        level.set(Optional.of(automation().console()));
        warn();
    }

    /** Asks why all actions are to be stopped, or may begin again. */
    void askSwitch() {
        open(automation().stopped() ? Form.LET_GO_ON : Form.STOP);
        warn();
    }

    private void open(Form asked) {
        reason.set("");
        problem.set("");
        form.set(Optional.of(asked));
    }

    void close() {
        form.set(Optional.empty());
        reason.set("");
        problem.set("");
    }

    /** Does it if a reason is given; what was done then, in words. */
    Optional<String> confirm() {
        String why = reason.get().strip();
        Optional<Form> asked = form.get();
        if (asked.isEmpty() || !isGood(why)) {
            return Optional.empty();
        }
        String told = done(asked.get(), why);
        close();
        return Optional.of(told);
    }

    private boolean isGood(String why) {
        if (why.isEmpty()) {
            problem.set("Say why: the next shift reads it.");
        } else if (why.length() > LONGEST) {
            problem.set("At most " + LONGEST + " letters, please; these are " + why.length() + ".");
        }
        return problem.get().isEmpty();
    }

    private String done(Form asked, String why) {
        return switch (asked) {
            case LEVEL -> {
                operations.automate(service(), level.get(), operator, why);
                yield "Automation of " + scope.get() + ": "
                        + level.get().map(AutomationLevel::name).orElse("as the console");
            }
            case STOP -> {
                operations.stopAll(true, operator, why);
                yield "No action begins any more";
            }
            case LET_GO_ON -> {
                operations.stopAll(false, operator, why);
                yield "Actions may begin again";
            }
        };
    }

    private void aim() {
        if (service().isEmpty() && level.get().isEmpty()) {
            level.set(Optional.of(automation().console()));
        }
        warn();
    }

    private void warn() {
        warning.set(form.get()
                .map(asked -> switch (asked) {
                    case LEVEL ->
                        level.get()
                                .map(LevelWords::effect)
                                .orElse("The service is as the whole console again: "
                                        + LevelWords.effect(automation().console()));
                    case STOP ->
                        "No action begins any more, whoever asks for it. What runs goes on until it is cancelled.";
                    case LET_GO_ON -> "Actions may begin again, as the automation level and their guards allow.";
                })
                .orElse(""));
    }

    private Optional<ServiceId> service() {
        String chosen = scope.get();
        return chosen == null || chosen.equals(CONSOLE) ? Optional.empty() : Optional.of(new ServiceId(chosen));
    }

    /** That of the console first, then of the services that have one of their own. */
    List<AutomationLine> lines() {
        Automation present = automation();
        List<AutomationLine> lines = new ArrayList<>();
        lines.add(new AutomationLine(
                Optional.empty(),
                present.stopped() ? "STOPPED" : present.console().name(),
                Optional.ofNullable(present.moves().get(Optional.<ServiceId>empty()))));
        present.services().entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().value()))
                .map(one -> new AutomationLine(
                        Optional.of(one.getKey()),
                        one.getValue().name(),
                        Optional.ofNullable(present.moves().get(Optional.of(one.getKey())))))
                .forEach(lines::add);
        return lines;
    }

    Instant now() {
        return now;
    }

    Automation automation() {
        return Objects.requireNonNull(automation.get());
    }

    ReadOnlyObjectProperty<Automation> automationProperty() {
        return automation.getReadOnlyProperty();
    }

    /** What the configuration switches off, and what follows of it; empty if nothing is. */
    ReadOnlyStringProperty offProperty() {
        return off.getReadOnlyProperty();
    }

    /** Empty while nothing is asked. */
    ReadOnlyObjectProperty<Optional<Form>> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** What a level can be set for: the console, and each service. */
    ObservableList<String> scopes() {
        return scopes;
    }

    StringProperty scopeProperty() {
        return scope;
    }

    /** Empty: the service is as the console again. */
    ObjectProperty<Optional<AutomationLevel>> levelProperty() {
        return level;
    }

    StringProperty reasonProperty() {
        return reason;
    }

    /** What will be the case. */
    ReadOnlyStringProperty warningProperty() {
        return warning.getReadOnlyProperty();
    }

    /** Why it cannot be done yet; empty if it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
