package org.watchfloor.ui.quiet;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.EntryId;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LinesCell;
import org.watchfloor.ui.fx.TableColumns;

/** Binds quiet-lists.fxml to its view model. */
public final class ListsController {
    private final QuietViewModel viewModel;
    private final Formats formats;

    @FXML
    private TableView<SilenceRow> silences;

    @FXML
    private TableColumn<SilenceRow, SilenceRow> silenceState;

    @FXML
    private TableColumn<SilenceRow, SilenceRow> match;

    @FXML
    private TableColumn<SilenceRow, SilenceRow> span;

    @FXML
    private TableColumn<SilenceRow, String> mutes;

    @FXML
    private TableColumn<SilenceRow, String> muted;

    @FXML
    private TableView<PlannedRow> planned;

    @FXML
    private TableColumn<PlannedRow, PlannedRow> plannedState;

    @FXML
    private TableColumn<PlannedRow, PlannedRow> work;

    @FXML
    private TableColumn<PlannedRow, PlannedRow> occurrence;

    public ListsController(QuietViewModel viewModel, Formats formats) {
        this.viewModel = viewModel;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        silences.setItems(viewModel.silences());
        show(silenceState, () -> new LinesCell<>(row -> row.phase().text(), _ -> ""));
        show(
                match,
                () -> new LinesCell<>(
                        row -> row.silence().matchers().toString(),
                        row -> row.silence().author()
                                + (row.silence().reason().isEmpty()
                                        ? ""
                                        : ": " + row.silence().reason())));
        show(
                span,
                () -> new LinesCell<>(
                        row -> "until " + formats.moment(row.silence().until()),
                        row -> "from " + formats.moment(row.silence().from())));
        TableColumns.figure(mutes, row -> row.phase() == Phase.IN_FORCE ? Formats.number(row.mutes()) : "–");
        TableColumns.figure(muted, SilenceRow::muted);
        chosenIn(silences, planned, viewModel::choose);
        planned.setItems(viewModel.planned());
        show(plannedState, () -> new LinesCell<>(PlannedRow::state, _ -> ""));
        show(work, () -> new LinesCell<>(row -> row.planned().title(), row -> row.targets() + " · " + row.kind()));
        show(occurrence, () -> new LinesCell<>(this::begins, this::ends));
        chosenIn(planned, silences, viewModel::choose);
        viewModel.detailProperty().subscribe(this::select);
    }

    /** What was chosen elsewhere is marked in its list too. */
    private void select(Optional<QuietDetail> detail) {
        Optional<EntryId> entry = detail.map(QuietDetail::entry);
        select(
                silences,
                row -> entry.equals(
                        Optional.of(AlertSection.SILENCES.entry(row.silence().id()))));
        select(
                planned,
                row -> entry.equals(
                        Optional.of(AlertSection.MAINTENANCE.entry(row.planned().id()))));
    }

    private static <R> void select(TableView<R> table, Predicate<R> wanted) {
        R selected = table.getSelectionModel().getSelectedItem();
        if (selected == null || !wanted.test(selected)) {
            table.getItems().stream()
                    .filter(wanted)
                    .findFirst()
                    .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        }
    }

    /** Only one row of both tables is chosen. */
    private <R> void chosenIn(TableView<R> table, TableView<?> other, Consumer<R> choose) {
        Consumer<R> chosen = row -> {
            other.getSelectionModel().clearSelection();
            choose.accept(row);
        };
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(chosen));
        table.setRowFactory(_ -> {
            TableRow<R> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                    chosen.accept(row.getItem());
                    edit(event);
                }
            });
            return row;
        });
    }

    private void edit(MouseEvent event) {
        if (event.getClickCount() == 2) {
            viewModel.edit();
        }
    }

    private String begins(PlannedRow row) {
        return row.occurrence()
                .map(when -> "from " + formats.moment(when.from()))
                .orElse("not again");
    }

    private String ends(PlannedRow row) {
        return row.occurrence()
                .map(when -> "until " + formats.moment(when.to()) + ", " + Formats.duration(when.length()))
                .orElse("");
    }

    private static <R> void show(TableColumn<R, R> column, Supplier<TableCell<R, R>> cell) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
    }

    void focus() {
        silences.requestFocus();
    }
}
