package org.watchfloor.ui.recovery;

import javafx.scene.control.TableView;

/** Moves the choice in a table by keys. FX thread only. */
final class Steps {
    private Steps() {}

    static void move(TableView<?> table, int by) {
        if (!table.getItems().isEmpty()) {
            int index = Math.clamp(
                    (long) table.getSelectionModel().getSelectedIndex() + by,
                    0,
                    table.getItems().size() - 1);
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }
}
