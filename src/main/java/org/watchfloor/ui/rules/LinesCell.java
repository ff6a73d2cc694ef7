package org.watchfloor.ui.rules;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A text and a smaller one below it, in as many lines as they take. */
final class LinesCell<R> extends TableCell<R, R> {
    private static final double INSETS = 18;

    private final Function<R, String> first;
    private final Function<R, String> second;
    private final Text head = new Text();
    private final Text below = new Text();

    LinesCell(Function<R, String> first, Function<R, String> second) {
        this.first = first;
        this.second = second;
        head.getStyleClass().addAll("wrapped", "row-summary");
        below.getStyleClass().addAll("wrapped", "small", "muted");
        head.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
        below.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        head.setText(first.apply(row));
        below.setText(second.apply(row));
        VBox box = new VBox(head, below);
        box.getStyleClass().add("cell-lines");
        setGraphic(box);
    }
}
