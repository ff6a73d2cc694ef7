package org.watchfloor.ui.breakers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.watchfloor.ui.fx.Formats;

/** Binds breakers.fxml to its view model: the table. */
public final class BreakersController {
    private static final double NARROW = 820;

    private final BreakersViewModel viewModel;
    private final Formats formats;

    @FXML
    private Label summary;

    @FXML
    private Label problem;

    @FXML
    private Label trouble;

    @FXML
    private Label rest;

    @FXML
    private GridPane body;

    @FXML
    private ColumnConstraints listColumn;

    @FXML
    private ColumnConstraints detailColumn;

    @FXML
    private Node detail;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label snippet;

    @FXML
    private TableView<BreakerRow> table;

    @FXML
    private TableColumn<BreakerRow, GateLine> gate;

    @FXML
    private TableColumn<BreakerRow, GateLine> state;

    @FXML
    private TableColumn<BreakerRow, GateLine> since;

    @FXML
    private TableColumn<BreakerRow, GateLine> day;

    @FXML
    private TableColumn<BreakerRow, GateLine> calls;

    @FXML
    private TableColumn<BreakerRow, GateLine> failure;

    @FXML
    private TableColumn<BreakerRow, GateLine> why;

    public BreakersController(BreakersViewModel viewModel, Formats formats) {
        this.viewModel = viewModel;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        summary.textProperty().bind(viewModel.summaryProperty());
        only(problem, viewModel.problemProperty());
        only(trouble, viewModel.troubleProperty());
        only(rest, viewModel.restProperty());
        snippet.setText(BreakersScreen.SNIPPET);
        emptyTitle
                .textProperty()
                .bind(viewModel.restProperty().map(text -> text.isEmpty() ? "No breaker yet" : "Nothing to list"));
        showColumns();
        table.setItems(viewModel.rows());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && row != viewModel.chosenProperty().get()) {
                viewModel.choose(row.gate());
            }
        });
        viewModel.chosenProperty().subscribe(this::select);
        viewModel.rows().addListener((ListChangeListener<BreakerRow>) _ -> select());
        bindWidths();
        select();
    }

    private void showColumns() {
        ObservableValue<Instant> now = viewModel.nowProperty();
        ObservableValue<GatePast> past = viewModel.pastProperty();
        show(gate, GateNameCell::new);
        show(state, () -> new GateStateCell(now));
        show(since, () -> TextsCell.figures(this::age, this::moment, List.of(now, past)));
        show(day, () -> new StripCell(formats, now, past));
        show(
                calls,
                () -> TextsCell.figures(
                        line -> Formats.number(line.counts().total()), GateLine::errorShare, List.of()));
        show(failure, () -> TextsCell.figures(this::lastFailure, _ -> "", List.of(now)));
        show(why, () -> TextsCell.words(this::why, List.of(now, past)));
    }

    private String age(GateLine line) {
        return Formats.duration(Duration.between(viewModel.pastProperty().get().since(line), now()));
    }

    private String moment(GateLine line) {
        return formats.moment(viewModel.pastProperty().get().since(line), now())
                .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1\n");
    }

    private String lastFailure(GateLine line) {
        return line.counts()
                .lastFailure()
                .map(at -> Formats.roughly(Duration.between(at, now())) + " ago")
                .orElse("");
    }

    private String why(GateLine line) {
        return viewModel.pastProperty().get().why(line, formats, now());
    }

    private Instant now() {
        return viewModel.nowProperty().get();
    }

    private static void show(
            TableColumn<BreakerRow, GateLine> column, Supplier<? extends TableCell<BreakerRow, GateLine>> cell) {
        column.setCellValueFactory(row -> row.getValue().lineProperty());
        column.setCellFactory(_ -> cell.get());
    }

    private static void only(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    /** Beside the detail of a host there is no room for both. */
    private void bindWidths() {
        BooleanBinding narrow = body.widthProperty().lessThan(NARROW);
        detail.visibleProperty().bind(narrow.not());
        detail.managedProperty().bind(narrow.not());
        listColumn.percentWidthProperty().bind(Bindings.when(narrow).then(100).otherwise(68));
        detailColumn.percentWidthProperty().bind(Bindings.when(narrow).then(0).otherwise(32));
    }

    /** The table shows which breaker is chosen, also after its order has changed. */
    private void select() {
        BreakerRow chosen = viewModel.chosenProperty().get();
        var selection = table.getSelectionModel();
        if (chosen == null) {
            selection.clearSelection();
        } else if (selection.getSelectedItem() != chosen && table.getItems().contains(chosen)) {
            selection.clearAndSelect(table.getItems().indexOf(chosen));
            table.scrollTo(Math.max(0, table.getItems().indexOf(chosen) - 2));
        }
    }

    void focus() {
        table.requestFocus();
    }

    void step(int by) {
        if (!table.getItems().isEmpty()) {
            int index = Math.clamp(
                    (long) table.getSelectionModel().getSelectedIndex() + by,
                    0,
                    table.getItems().size() - 1);
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }
}
