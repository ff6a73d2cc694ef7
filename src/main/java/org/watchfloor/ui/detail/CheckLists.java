package org.watchfloor.ui.detail;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Gives a list its checks and a height that suits their number: a few at once, all if there is room. FX thread only. */
final class CheckLists {
    private static final int MOST_AT_ONCE = 6;
    private static final double BORDERS = 2;

    private CheckLists() {}

    static void bind(ListView<CheckRow> list, ObservableList<CheckRow> rows) {
        list.setCellFactory(_ -> new CheckCell());
        list.setItems(rows);
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(rows.size(), 1, MOST_AT_ONCE) * list.getFixedCellSize() + BORDERS,
                        rows,
                        list.fixedCellSizeProperty()));
        list.minHeightProperty().bind(list.prefHeightProperty());
        list.maxHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(1, rows.size()) * list.getFixedCellSize() + BORDERS,
                        rows,
                        list.fixedCellSizeProperty()));
    }

    /** Hands keys on to what lies around the list, which would swallow them for editing. */
    static void passOn(ListView<CheckRow> list, KeyCode... keys) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (List.of(keys).contains(event.getCode())) {
                event.consume();
                list.getParent().fireEvent(event.copyFor(list.getParent(), list.getParent()));
            }
        });
    }
}
