package org.watchfloor.ui.settings;

import javafx.scene.control.TableCell;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.ConfigProblem;

/** A sentence that may take several lines. */
final class WrappedCell extends TableCell<ConfigProblem, String> {
    private final Text text = new Text();

    WrappedCell() {
        text.getStyleClass().add("wrapped");
        text.wrappingWidthProperty().bind(widthProperty().subtract(16));
    }

    @Override
    protected void updateItem(@Nullable String sentence, boolean empty) {
        super.updateItem(sentence, empty);
        text.setText(empty || sentence == null ? "" : sentence);
        setGraphic(empty ? null : text);
    }
}
