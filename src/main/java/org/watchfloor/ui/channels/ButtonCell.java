package org.watchfloor.ui.channels;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A button that does something with its row, where that is possible. */
final class ButtonCell<R> extends TableCell<R, R> {
    private final Button button = new Button();
    private final Predicate<R> possible;

    ButtonCell(String text, Predicate<R> possible, Consumer<R> action) {
        this.possible = possible;
        button.setText(text);
        button.getStyleClass().add("small-button");
        button.setOnAction(_ -> action.accept(getItem()));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null || !possible.test(row) ? null : button);
    }
}
