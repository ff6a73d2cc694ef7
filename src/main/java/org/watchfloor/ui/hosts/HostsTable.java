package org.watchfloor.ui.hosts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.FxThread;

/** A table that keeps selection and focus on the same rows while their order changes, and knows which rows are on screen. FX thread only. */
public final class HostsTable extends TableView<HostsRow> {
    private final List<TableRow<HostsRow>> made = new ArrayList<>();

    private Runnable onSight = () -> {};
    private boolean sightChanged;

    public HostsTable() {
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> {
            TableRow<HostsRow> row = new DepthRow(this::noteSight);
            made.add(row);
            return row;
        });
    }

    /** @param listener told, at most once per frame, that other rows may have come into sight */
    void setOnSight(Runnable listener) {
        onSight = listener;
    }

    private void noteSight() {
        if (!sightChanged) {
            sightChanged = true;
            FxThread.run(() -> {
                sightChanged = false;
                onSight.run();
            });
        }
    }

    /** The selected rows in the order of the table. */
    List<HostsRow> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .toList();
    }

    Optional<HostsRow> focused() {
        return Optional.ofNullable(getFocusModel().getFocusedItem());
    }

    Set<HostsRow> visible() {
        return made.stream()
                .filter(row -> row.isVisible() && !row.isEmpty() && row.getItem() != null)
                .map(TableRow::getItem)
                .collect(Collectors.toSet());
    }

    /** Selects only this row and brings it into sight. */
    void goTo(HostsRow row) {
        int index = getItems().indexOf(row);
        getSelectionModel().clearAndSelect(index);
        if (!visible().contains(row)) {
            scrollTo(Math.max(0, index - 3));
        }
    }

    /** Selects the focused row too, or takes it out of the selection. */
    void toggleFocused() {
        int index = getFocusModel().getFocusedIndex();
        if (getSelectionModel().isSelected(index)) {
            getSelectionModel().clearSelection(index);
        } else {
            getSelectionModel().select(index);
        }
        getFocusModel().focus(index);
    }

    /** Runs a change of the list; afterwards the same rows are selected and focused as before. */
    void keeping(Runnable change) {
        List<HostsRow> selected = List.copyOf(selected());
        Optional<HostsRow> focused = focused();
        change.run();
        if (selected.isEmpty() && focused.isEmpty()) {
            return;
        }
        Map<HostsRow, Integer> places = new HashMap<>();
        for (int i = 0; i < getItems().size(); i++) {
            places.put(getItems().get(i), i);
        }
        int[] indices = selected.stream()
                .filter(places::containsKey)
                .mapToInt(row -> places.getOrDefault(row, 0))
                .toArray();
        getSelectionModel().clearSelection();
        if (indices.length > 0) {
            getSelectionModel().selectIndices(indices[0], indices);
        }
        focused.filter(places::containsKey).ifPresent(row -> getFocusModel().focus(places.getOrDefault(row, 0)));
    }

    /** A row that carries its depth as a style class. */
    private static final class DepthRow extends TableRow<HostsRow> {
        private final Runnable onItem;

        DepthRow(Runnable onItem) {
            this.onItem = onItem;
        }

        @Override
        protected void updateItem(@Nullable HostsRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("row-group", "row-host", "row-check");
            if (!empty && row != null) {
                onItem.run();
                getStyleClass()
                        .add(
                                switch (row.key()) {
                                    case RowKey.OfGroup _ -> "row-group";
                                    case RowKey.OfHost _ -> "row-host";
                                    case RowKey.OfCheck _ -> "row-check";
                                });
            }
        }
    }
}
