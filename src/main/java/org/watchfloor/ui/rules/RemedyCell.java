package org.watchfloor.ui.rules;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.watchfloor.engine.hygiene.Finding;

/** The button that mends a finding. */
final class RemedyCell extends TableCell<Finding, Finding> {
    private static final double INSETS = 16;

    private final Button button = new Button();

    RemedyCell(Consumer<Finding> action) {
        button.getStyleClass().add("small-button");
        button.setWrapText(true);
        button.maxWidthProperty().bind(widthProperty().subtract(INSETS));
        button.setMinHeight(USE_PREF_SIZE);
        button.setOnAction(_ -> action.accept(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            return;
        }
        button.setText(finding.remedy().text());
        setGraphic(button);
    }
}
