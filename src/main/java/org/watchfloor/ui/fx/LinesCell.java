package org.watchfloor.ui.fx;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A line, and a quieter one below it unless that is empty, each in as many lines as it takes. FX thread only. */
public final class LinesCell<R> extends TableCell<R, R> {
    private static final double INSETS = 18;

    private final Function<R, String> first;
    private final Function<R, String> second;
    private final Text upper = new Text();
    private final Text lower = new Text();
    private final VBox box = new VBox(upper, lower);

    public LinesCell(Function<R, String> first, Function<R, String> second) {
        this.first = first;
        this.second = second;
        box.getStyleClass().add("cell-lines");
        upper.getStyleClass().addAll("wrapped", "cell-head");
        lower.getStyleClass().addAll("wrapped", "small", "muted");
        upper.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
        lower.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        upper.setText(first.apply(row));
        lower.setText(second.apply(row));
        lower.setManaged(!lower.getText().isEmpty());
        lower.setVisible(lower.isManaged());
        setGraphic(box);
    }
}
