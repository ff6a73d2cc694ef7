package org.watchfloor.ui.alerts;

import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;

/** A cell about an alert, in as many lines as it takes. */
abstract class RowCell extends TableCell<AlertRow, Alert> {
    private static final double INSETS = 18;

    private final Node content;

    RowCell(Node content) {
        this.content = content;
    }

    abstract void show(Alert alert);

    @Override
    protected final void updateItem(@Nullable Alert alert, boolean empty) {
        super.updateItem(alert, empty);
        if (empty || alert == null) {
            setGraphic(null);
            return;
        }
        show(alert);
        setGraphic(content);
    }

    /** Shows it anew, because time has passed. */
    final void showAgain() {
        Alert alert = getItem();
        if (alert != null && !isEmpty()) {
            show(alert);
        }
    }

    final void wrap(Text... texts) {
        for (Text text : texts) {
            text.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
        }
    }

    static Text text(String... styles) {
        Text text = new Text();
        text.getStyleClass().add("wrapped");
        text.getStyleClass().addAll(styles);
        return text;
    }

    static VBox lines(Node... lines) {
        VBox box = new VBox(lines);
        box.getStyleClass().add("cell-lines");
        return box;
    }
}
