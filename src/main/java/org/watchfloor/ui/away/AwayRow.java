package org.watchfloor.ui.away;

import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Something that happened, in the list; keeps its identity while its content changes. FX thread only. */
public final class AwayRow {
    private final ReadOnlyObjectWrapper<Happening> happening;

    AwayRow(Happening happening) {
        this.happening = new ReadOnlyObjectWrapper<>(this, "happening", happening);
    }

    void show(Happening next) {
        happening.set(next);
    }

    Happening happening() {
        return Objects.requireNonNull(happening.get());
    }

    ReadOnlyObjectProperty<Happening> happeningProperty() {
        return happening.getReadOnlyProperty();
    }
}
