package org.watchfloor.ui.breakers;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;

/** One breaker on the screen; the same object as long as it is listed. FX thread only. */
final class BreakerRow {
    private final ReadOnlyObjectWrapper<GateLine> line;

    BreakerRow(GateLine first) {
        line = new ReadOnlyObjectWrapper<>(this, "line", first);
    }

    void show(Breaker breaker) {
        if (!line.get().breaker().equals(breaker)) {
            line.set(GateLine.of(gate(), breaker));
        }
    }

    GateId gate() {
        return line.get().gate();
    }

    GateLine line() {
        return line.get();
    }

    ReadOnlyObjectProperty<GateLine> lineProperty() {
        return line.getReadOnlyProperty();
    }
}
