package org.watchfloor.ui.recovery;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The status of an action. FX thread only. */
final class ActionStatusCell extends TableCell<ActionRow, ActionLine> {
    private final ActionMark mark = new ActionMark();

    @Override
    protected void updateItem(@Nullable ActionLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        mark.show(line.action().status());
        setGraphic(mark);
    }
}
