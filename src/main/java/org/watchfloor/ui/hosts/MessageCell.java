package org.watchfloor.ui.hosts;

import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The last result in plain words; the whole of it on hovering. */
final class MessageCell extends TableCell<HostsRow, Line> {
    private final Tooltip whole = new Tooltip();

    MessageCell() {
        getStyleClass().add("message-cell");
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(firstLine(line.message()));
        whole.setText(line.message());
        setTooltip(whole);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
