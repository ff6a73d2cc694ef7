package org.watchfloor.ui.detail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.model.CheckId;

/** A list of checks whose rows stay the same objects, so that selection and scroll survive. FX thread only. */
final class CheckRows {
    private final Function<CheckId, String> title;
    private final ObservableList<CheckRow> rows = FXCollections.observableArrayList();
    private final ObservableList<CheckRow> shown = FXCollections.unmodifiableObservableList(rows);

    CheckRows(Function<CheckId, String> title) {
        this.title = title;
    }

    /** Checks that the snapshot does not know are left out. */
    void show(Collection<CheckId> checks, Snapshot snapshot) {
        List<CheckId> known =
                checks.stream().filter(id -> snapshot.check(id).isPresent()).toList();
        if (!known.equals(rows.stream().map(CheckRow::check).toList())) {
            rows.setAll(known.stream()
                    .map(id -> row(id).orElseGet(() -> new CheckRow(id, title.apply(id))))
                    .toList());
        }
        rows.forEach(row -> snapshot.state()
                .layout()
                .check(row.check())
                .ifPresent(check ->
                        row.show(check, snapshot.check(row.check()).orElseThrow(), snapshot.marks(row.check()))));
    }

    Optional<CheckRow> row(CheckId check) {
        return rows.stream().filter(row -> row.check().equals(check)).findFirst();
    }

    ObservableList<CheckRow> all() {
        return shown;
    }
}
