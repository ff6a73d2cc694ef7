package org.watchfloor.ui.recovery;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.watchfloor.recovery.action.ActionId;

/** One action on the screen; the same object as long as it is listed. FX thread only. */
final class ActionRow {
    private final ReadOnlyObjectWrapper<ActionLine> line;

    ActionRow(ActionLine first) {
        line = new ReadOnlyObjectWrapper<>(this, "line", first);
    }

    ActionId id() {
        return line().action().id();
    }

    ActionLine line() {
        return Objects.requireNonNull(line.get());
    }

    void show(ActionLine next) {
        if (!line().equals(next)) {
            line.set(next);
        }
    }

    ReadOnlyObjectProperty<ActionLine> lineProperty() {
        return line.getReadOnlyProperty();
    }
}
