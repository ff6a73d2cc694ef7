package org.watchfloor.ui.breakers;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.engine.GateOperations;
import org.watchfloor.gate.GateId;
import org.watchfloor.model.Actor;

/** Asks for the reason before a hand is put on a breaker. FX thread only; knows no control. */
final class HandForm {
    static final int LONGEST = 500;

    private final GateOperations operations;
    private final Actor operator;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked =
            new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");

    HandForm(GateOperations operations, Actor operator) {
        this.operations = operations;
        this.operator = operator;
        reason.subscribe(() -> problem.set(""));
    }

    /** What will be done to which breaker, once there is a reason. */
    record Asked(GateId gate, HandAction action) {}

    void ask(GateId gate, HandAction action) {
        reason.set("");
        problem.set("");
        asked.set(Optional.of(new Asked(gate, action)));
    }

    void close() {
        asked.set(Optional.empty());
        reason.set("");
        problem.set("");
    }

    /** Does it if a reason is given; what was done then, in words. */
    Optional<String> confirm() {
        String why = reason.get().strip();
        Optional<Asked> now = asked.get();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        if (why.isEmpty() || why.length() > LONGEST) {
            problem.set(
                    why.isEmpty()
                            ? "Say why: the next shift reads it."
                            : "At most " + LONGEST + " letters, please; these are " + why.length() + ".");
            return Optional.empty();
        }
        Asked done = now.get();
        operations.setGate(done.gate(), done.action().hand(), operator, why);
        close();
        return Optional.of(done.action().told(done.gate()));
    }

    /** Empty while nothing is asked. */
    ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    StringProperty reasonProperty() {
        return reason;
    }

    /** Why it cannot be done yet; empty if it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
