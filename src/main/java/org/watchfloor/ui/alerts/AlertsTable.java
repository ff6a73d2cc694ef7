package org.watchfloor.ui.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;

/** A table that keeps selection and focus on the same rows while their order changes. FX thread only. */
public final class AlertsTable extends TableView<AlertRow> {
    public AlertsTable() {
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    }

    /** The selected rows in the order of the table. */
    List<AlertRow> selected() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Selects only this row and brings it into sight. */
    void goTo(AlertRow row) {
        int index = getItems().indexOf(row);
        if (index >= 0 && !selected().equals(List.of(row))) {
            getSelectionModel().clearAndSelect(index);
            getFocusModel().focus(index);
            scrollTo(Math.max(0, index - 2));
        }
    }

    /** Moves the selection by so many rows, within the table. */
    void step(int by) {
        if (!getItems().isEmpty()) {
            int index = Math.clamp(
                    (long) getFocusModel().getFocusedIndex() + by, 0, getItems().size() - 1);
            goTo(getItems().get(index));
        }
    }

    /** Runs a change of the list; afterwards the same rows are selected and focused as before. */
    void keeping(Runnable change) {
        Optional<AlertRow> lead = Optional.ofNullable(getSelectionModel().getSelectedItem());
        List<AlertRow> selected = new ArrayList<>(selected());
        if (lead.filter(selected::remove).isPresent()) {
            selected.add(lead.get()); // what is selected last is the lead
        }
        Optional<AlertRow> focused = Optional.ofNullable(getFocusModel().getFocusedItem());
        change.run();
        Map<AlertRow, Integer> places = new HashMap<>();
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
}
