package org.watchfloor.ui.quiet;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.EntryId;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.TableColumns;

/** Binds quiet.fxml to its view model. */
public final class QuietController {
    private final QuietViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private HBox looks;

    @FXML
    private Label trouble;

    @FXML
    private Node lists;

    @FXML
    private Node calendar;

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

    @FXML
    private Node side;

    @FXML
    private Node detail;

    @FXML
    private Node silenceForm;

    @FXML
    private Node maintenanceForm;

    @FXML
    private Label title;

    @FXML
    private Label facts;

    @FXML
    private Node extending;

    @FXML
    private Button end;

    public QuietController(QuietViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        for (QuietLook look : QuietLook.values()) {
            looks.getChildren().add(segment(look));
        }
        ObservableValue<Boolean> listed = viewModel.lookProperty().map(look -> look == QuietLook.LIST);
        only(lists, listed);
        only(calendar, viewModel.lookProperty().map(look -> look != QuietLook.LIST));
        trouble.textProperty().bind(viewModel.edits().troubleProperty());
        only(trouble, viewModel.edits().troubleProperty().isNotEmpty());
        viewModel.edits().doneProperty().subscribe(words -> {
            if (!words.isEmpty()) {
                navigation.tell(words);
            }
        });
        bindTables();
        bindSide();
    }

    private void bindTables() {
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
        silences.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(viewModel::choose));
        planned.setItems(viewModel.planned());
        show(plannedState, () -> new LinesCell<>(PlannedRow::state, _ -> ""));
        show(work, () -> new LinesCell<>(row -> row.planned().title(), row -> row.targets() + " · " + row.kind()));
        show(occurrence, () -> new LinesCell<>(this::begins, this::ends));
        planned.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Optional.ofNullable(row).ifPresent(viewModel::choose));
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

    private void bindSide() {
        only(detail, viewModel.sideProperty().map(shown -> shown == QuietViewModel.Side.DETAIL));
        only(silenceForm, viewModel.sideProperty().map(shown -> shown == QuietViewModel.Side.SILENCE));
        only(maintenanceForm, viewModel.sideProperty().map(shown -> shown == QuietViewModel.Side.MAINTENANCE));
        only(
                side,
                Bindings.createBooleanBinding(
                        () -> viewModel.isWriting()
                                || (viewModel.lookProperty().get() == QuietLook.LIST
                                        && viewModel.detailProperty().get().isPresent()),
                        viewModel.sideProperty(),
                        viewModel.lookProperty(),
                        viewModel.detailProperty()));
        ObservableValue<Optional<QuietDetail>> chosen = viewModel.detailProperty();
        title.textProperty().bind(chosen.map(one -> one.map(QuietDetail::title).orElse("")));
        facts.textProperty().bind(chosen.map(one -> one.map(QuietDetail::facts).orElse("")));
        only(extending, chosen.map(one -> one.filter(QuietDetail::canExtend).isPresent()));
        only(end, chosen.map(one -> one.filter(QuietDetail::canEnd).isPresent()));
    }

    private static void only(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private ToggleButton segment(QuietLook look) {
        ToggleButton button = new ToggleButton(look.text());
        button.setId("quiet-" + look.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.lookProperty().set(look);
        });
        viewModel.lookProperty().subscribe(now -> button.setSelected(now == look));
        return button;
    }

    void focus() {
        silences.requestFocus();
    }

    @FXML
    void onNewSilence() {
        viewModel.writeSilence(List.of());
    }

    @FXML
    void onNewMaintenance() {
        viewModel.writeMaintenance();
    }

    @FXML
    void onUndo() {
        viewModel.edits().undo();
    }

    @FXML
    void onHour() {
        viewModel.extend(Duration.ofHours(1));
    }

    @FXML
    void onShift() {
        viewModel.extend(Duration.ofHours(8));
    }

    @FXML
    void onDay() {
        viewModel.extend(Duration.ofDays(1));
    }

    @FXML
    void onEnd() {
        viewModel.end();
    }

    @FXML
    void onDelete() {
        viewModel.delete();
    }
}
