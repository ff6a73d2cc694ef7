package org.watchfloor.ui.breakers;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A cell about a breaker, in as many lines as it takes. FX thread only. */
abstract class GateCell extends TableCell<BreakerRow, GateLine> {
    private static final double INSETS = 18;

    private final Node content;

    /** @param triggers when one of these changes, the cell is shown anew */
    GateCell(Node content, List<ObservableValue<?>> triggers) {
        this.content = content;
        triggers.forEach(trigger -> trigger.addListener((_, _, _) -> showAgain()));
    }

    abstract void show(GateLine line);

    @Override
    protected final void updateItem(@Nullable GateLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        show(line);
        setGraphic(content);
    }

    private void showAgain() {
        GateLine line = getItem();
        if (line != null && !isEmpty()) {
            show(line);
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

    /** Takes no room without a text. */
    static void fill(Text text, String value) {
        text.setText(value);
        text.setVisible(!value.isEmpty());
        text.setManaged(text.isVisible());
    }
}
