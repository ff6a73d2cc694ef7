package org.watchfloor.ui.engine;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.watchfloor.ui.engine.EngineViewModel.LimitRow;
import org.watchfloor.ui.fx.TableColumns;

/** Limits on what is asked of the world, a row for each. FX thread only. */
public final class LimitTable extends TableView<LimitRow> {
    private static final String HOW = "No limits are set. To ask no host more than 20 times a second, write\n"
            + "limits: { hosts: { rate: { calls: 20 } } }";

    public LimitTable() {
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label(HOW);
        nothing.setWrapText(true);
        nothing.getStyleClass().add("muted");
        setPlaceholder(nothing);
        TableColumns.text(column("Before", 130), LimitRow::of);
        TableColumns.text(column("Limit", 120), LimitRow::limit);
        figure("Permitted", LimitRow::permitted);
        figure("Waited", LimitRow::waited);
        figure("Held back", LimitRow::rejected);
        figure("Forced", LimitRow::forced);
        figure("Waiting", LimitRow::waiting);
        figure("Under way", LimitRow::concurrent);
    }

    void show(ObservableList<LimitRow> rows) {
        setItems(rows);
    }

    private void figure(String title, Function<LimitRow, String> value) {
        TableColumns.figure(column(title, 70), value);
    }

    private TableColumn<LimitRow, String> column(String title, double width) {
        TableColumn<LimitRow, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setPrefWidth(width);
        getColumns().add(column);
        return column;
    }
}
