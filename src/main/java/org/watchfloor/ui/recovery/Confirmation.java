package org.watchfloor.ui.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.watchfloor.model.Actor;
import org.watchfloor.model.HostId;
import org.watchfloor.recovery.Guards;
import org.watchfloor.recovery.approval.Approval;

/** What persons have to give before something dangerous is done. FX thread only; knows no control. */
final class Confirmation {
    private final Actor operator;
    private final StringProperty typed = new SimpleStringProperty(this, "typed", "");
    private final StringProperty person = new SimpleStringProperty(this, "person", "");
    private final StringProperty pin = new SimpleStringProperty(this, "pin", "");

    /** @param changed called when something else is typed */
    Confirmation(Actor operator, Runnable changed) {
        this.operator = operator;
        List.of(typed, person, pin).forEach(one -> one.addListener((_, _, _) -> changed.run()));
    }

    /** What is not given yet, one sentence each. */
    List<String> missing(Guards guards, HostId host) {
        List<String> missing = new ArrayList<>();
        if (guards.dangerous() && !typed.get().equals(host.value())) {
            missing.add("it is dangerous: type the name of the host, " + host);
        }
        if (guards.twoPersons()) {
            if (person.get().isBlank() || pin.get().isEmpty()) {
                missing.add("a second person has to agree: their name and their PIN");
            } else if (person.get().strip().equalsIgnoreCase(operator.name())) {
                missing.add("a second person has to agree, not " + operator + " twice");
            }
        }
        return missing;
    }

    /** What the second person has typed, if the runbook wants one. */
    Optional<Approval> approval(Guards guards) {
        return guards.twoPersons() ? Optional.of(new Approval(person.get().strip(), pin.get())) : Optional.empty();
    }

    /** Nothing of it is kept for another run. */
    void clear() {
        typed.set("");
        person.set("");
        pin.set("");
    }

    StringProperty typedProperty() {
        return typed;
    }

    StringProperty personProperty() {
        return person;
    }

    StringProperty pinProperty() {
        return pin;
    }
}
