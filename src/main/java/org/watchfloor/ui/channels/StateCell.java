package org.watchfloor.ui.channels;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.control.TableCell;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A state, and below it the trouble behind it, in as many lines as that takes. */
final class StateCell<R> extends TableCell<R, R> {
    private static final double INSETS = 18;

    private final Function<R, String> state;
    private final Function<R, String> trouble;
    private final Predicate<R> bad;
    private final Text word = new Text();
    private final Text reason = new Text();
    private final VBox box = new VBox(word);

    StateCell(Function<R, String> state, Function<R, String> trouble, Predicate<R> bad) {
        this.state = state;
        this.trouble = trouble;
        this.bad = bad;
        box.getStyleClass().add("cell-lines");
        reason.getStyleClass().addAll("wrapped", "small", "muted");
        word.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
        reason.wrappingWidthProperty().bind(widthProperty().subtract(INSETS));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        word.setText(state.apply(row));
        word.getStyleClass().setAll("wrapped", bad.test(row) ? "standing-needs-somebody" : "well");
        reason.setText(trouble.apply(row));
        if (reason.getText().isEmpty()) {
            box.getChildren().setAll(word);
        } else {
            box.getChildren().setAll(word, reason);
        }
        setGraphic(box);
    }
}
