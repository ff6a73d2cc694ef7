package org.watchfloor.ui.fx;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/** Gives the columns of small tables their texts. FX thread only. */
public final class TableColumns {
    private TableColumns() {}

    public static <R> void text(TableColumn<R, String> column, Function<R, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
    }

    /** In the mono face and to the right, so that figures stand below each other. */
    public static <R> void figure(TableColumn<R, String> column, Function<R, String> text) {
        text(column, text);
        column.getStyleClass().add("figure-column");
    }
}
