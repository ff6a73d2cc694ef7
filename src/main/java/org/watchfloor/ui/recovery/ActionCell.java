package org.watchfloor.ui.recovery;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A text about an action and a quieter one below it, each in as many lines as it takes. FX thread only. */
final class ActionCell extends TableCell<ActionRow, ActionLine> {
    private static final double INSETS = 18;

    private final Function<ActionLine, String> first;
    private final Function<ActionLine, String> second;
    private final Text upper = new Text();
    private final Text lower = new Text();
    private final VBox box = new VBox(upper, lower);

    private ActionCell(Function<ActionLine, String> first, Function<ActionLine, String> second) {
        this.first = first;
        this.second = second;
        box.getStyleClass().add("cell-lines");
        upper.getStyleClass().add("wrapped");
        lower.getStyleClass().addAll("wrapped", "small", "muted");
    }

    static ActionCell words(Function<ActionLine, String> first, Function<ActionLine, String> second) {
        ActionCell cell = new ActionCell(first, second);
        cell.upper.wrappingWidthProperty().bind(cell.widthProperty().subtract(INSETS));
        cell.lower.wrappingWidthProperty().bind(cell.widthProperty().subtract(INSETS));
        return cell;
    }

    /** In the mono face, one line each. */
    static ActionCell figures(Function<ActionLine, String> first, Function<ActionLine, String> second) {
        ActionCell cell = new ActionCell(first, second);
        cell.upper.getStyleClass().add("figure");
        cell.lower.getStyleClass().add("figure");
        return cell;
    }

    @Override
    protected void updateItem(@Nullable ActionLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        upper.setText(first.apply(line));
        lower.setText(second.apply(line));
        lower.setManaged(!lower.getText().isEmpty());
        lower.setVisible(lower.isManaged());
        setGraphic(box);
    }
}
