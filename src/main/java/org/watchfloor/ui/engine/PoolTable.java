package org.watchfloor.ui.engine;

import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.watchfloor.ui.engine.EngineViewModel.PoolRow;
import org.watchfloor.ui.fx.TableColumns;

/** Connections to the world, a row for each protocol. FX thread only. */
public final class PoolTable extends TableView<PoolRow> {
    public PoolTable() {
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label("No kind of check keeps connections.");
        nothing.getStyleClass().add("muted");
        setPlaceholder(nothing);
        TableColumn<PoolRow, String> name = column("Protocol");
        TableColumns.text(name, PoolRow::name);
        figure("Active", PoolRow::active);
        figure("Idle", PoolRow::idle);
        figure("Waiting", PoolRow::waiting);
        figure("Had after", PoolRow::mean);
        figure("At most", PoolRow::longest);
        figure("Opened", PoolRow::created);
        figure("Closed", PoolRow::destroyed);
        figure("Failed", PoolRow::failed);
    }

    void show(ObservableList<PoolRow> rows) {
        setItems(rows);
    }

    private void figure(String title, Function<PoolRow, String> value) {
        TableColumns.figure(column(title), value);
    }

    private TableColumn<PoolRow, String> column(String title) {
        TableColumn<PoolRow, String> column = new TableColumn<>(title);
        column.setSortable(false);
        getColumns().add(column);
        return column;
    }
}
