package org.watchfloor.ui.recovery;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.LinesCell;
import org.watchfloor.ui.fx.TableColumns;

/** Binds recovery-runbooks.fxml to its view model: the catalogue. */
public final class RunbooksController {
    private static final double NARROW = 760;

    private final RunbooksViewModel viewModel;

    @FXML
    private Label problem;

    @FXML
    private Label summary;

    @FXML
    private Label snippet;

    @FXML
    private GridPane body;

    @FXML
    private ColumnConstraints listColumn;

    @FXML
    private TableView<RunbookLine> table;

    @FXML
    private TableColumn<RunbookLine, String> priority;

    @FXML
    private TableColumn<RunbookLine, RunbookLine> name;

    @FXML
    private TableColumn<RunbookLine, RunbookLine> past;

    public RunbooksController(RunbooksViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        problem.textProperty().bind(viewModel.problemProperty());
        Shown.when(problem, problem.textProperty().isNotEmpty());
        summary.textProperty().bind(viewModel.summaryProperty());
        Shown.when(summary, summary.textProperty().isNotEmpty());
        snippet.setText(Teaching.SNIPPET);
        TableColumns.figure(priority, line -> Integer.toString(line.runbook().priority()));
        show(
                name,
                () -> new LinesCell<>(
                        RunbooksController::title,
                        line -> line.runbook().scope().text()));
        show(
                past,
                () -> new LinesCell<>(
                        line -> RecordWords.of(line.record()),
                        line -> line.runbook().guards().budget().text()));
        table.setItems(viewModel.lines());
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                viewModel.pick(line.runbook().id());
            }
        });
        viewModel.chosenProperty().subscribe(_ -> select());
        viewModel.lines().addListener((ListChangeListener<RunbookLine>) _ -> select());
        BooleanBinding narrow = body.widthProperty().lessThan(NARROW);
        listColumn.percentWidthProperty().bind(Bindings.when(narrow).then(38).otherwise(44));
        select();
    }

    private static String title(RunbookLine line) {
        String marks = line.marks();
        return line.runbook().title() + (marks.isEmpty() ? "" : " · " + marks);
    }

    private static void show(
            TableColumn<RunbookLine, RunbookLine> column, Supplier<TableCell<RunbookLine, RunbookLine>> cell) {
        column.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        column.setCellFactory(_ -> cell.get());
    }

    private void select() {
        Optional<RunbookId> chosen = viewModel.chosenProperty().get();
        viewModel.lines().stream()
                .filter(line -> chosen.equals(Optional.of(line.runbook().id())))
                .findFirst()
                .filter(line -> !line.equals(table.getSelectionModel().getSelectedItem()))
                .ifPresent(line -> {
                    table.getSelectionModel().select(line);
                    table.scrollTo(Math.max(0, table.getItems().indexOf(line) - 2));
                });
    }

    void focus() {
        table.requestFocus();
    }

    void step(int by) {
        Steps.move(table, by);
    }
}
