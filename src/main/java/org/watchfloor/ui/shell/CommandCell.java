package org.watchfloor.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Command;

/** A command with its key beside it. */
final class CommandCell extends ListCell<Command> {
    private final Label title = new Label();
    private final Label key = new Label();
    private final HBox row = new HBox();

    CommandCell() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        key.getStyleClass().add("key");
        row.getStyleClass().add("command-row");
        row.getChildren().setAll(title, space, key);
    }

    @Override
    protected void updateItem(@Nullable Command command, boolean empty) {
        super.updateItem(command, empty);
        if (empty || command == null) {
            setGraphic(null);
            return;
        }
        title.setText(command.title());
        key.setText(command.keyText());
        key.setVisible(command.key().isPresent());
        setGraphic(row);
    }
}
