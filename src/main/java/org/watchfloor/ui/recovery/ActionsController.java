package org.watchfloor.ui.recovery;

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
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.watchfloor.ui.detail.SafeText;
import org.watchfloor.ui.detail.Shown;
import org.watchfloor.ui.fx.Formats;

/** Binds recovery-actions.fxml to its view model: what runs, and what ran. */
public final class ActionsController {
    private static final double NARROW = 820;
    private static final int LONGEST = 300;

    private final ActionsViewModel viewModel;
    private final Formats formats;

    @FXML
    private HBox spans;

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
    private TableView<ActionRow> table;

    @FXML
    private TableColumn<ActionRow, ActionLine> when;

    @FXML
    private TableColumn<ActionRow, ActionLine> status;

    @FXML
    private TableColumn<ActionRow, ActionLine> what;

    @FXML
    private TableColumn<ActionRow, ActionLine> who;

    @FXML
    private TableColumn<ActionRow, ActionLine> length;

    public ActionsController(ActionsViewModel viewModel, Formats formats) {
        this.viewModel = viewModel;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        for (Span span : Span.values()) {
            spans.getChildren().add(segment(span));
        }
        summary.textProperty().bind(viewModel.summaryProperty());
        only(problem, viewModel.problemProperty());
        only(trouble, viewModel.troubleProperty());
        only(rest, viewModel.restProperty());
        show(when, () -> ActionCell.figures(this::clock, this::day));
        show(status, ActionStatusCell::new);
        show(what, () -> ActionCell.words(line -> line.action().title(), ActionLine::where));
        show(who, () -> ActionCell.words(ActionLine::who, line -> SafeText.line(line.stage(), LONGEST)));
        show(length, () -> ActionCell.figures(ActionLine::length, _ -> ""));
        table.setItems(viewModel.rows());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.pick(row);
            }
        });
        viewModel.chosenProperty().subscribe(_ -> select());
        viewModel.rows().addListener((ListChangeListener<ActionRow>) _ -> select());
        bindWidths();
        select();
    }

    private String clock(ActionLine line) {
        return formats.clock(line.action().asked()) + " "
                + formats.zoneAt(line.action().asked());
    }

    private String day(ActionLine line) {
        String day = formats.day(line.action().asked());
        return day.equals(formats.day(viewModel.now())) ? "" : day;
    }

    private ToggleButton segment(Span span) {
        ToggleButton button = new ToggleButton(span.text());
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.look(span);
        });
        viewModel.spanProperty().subscribe(now -> button.setSelected(now == span));
        return button;
    }

    private static void show(
            TableColumn<ActionRow, ActionLine> column, Supplier<? extends TableCell<ActionRow, ActionLine>> cell) {
        column.setCellValueFactory(row -> row.getValue().lineProperty());
        column.setCellFactory(_ -> cell.get());
    }

    private static void only(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        Shown.when(label, label.textProperty().isNotEmpty());
    }

    /** Beside the detail of a host there is no room for both. */
    private void bindWidths() {
        BooleanBinding narrow = body.widthProperty().lessThan(NARROW);
        Shown.when(detail, narrow.not());
        listColumn.percentWidthProperty().bind(Bindings.when(narrow).then(100).otherwise(60));
        detailColumn.percentWidthProperty().bind(Bindings.when(narrow).then(0).otherwise(40));
    }

    /** The table shows which action is chosen, also after its order has changed. */
    private void select() {
        ActionRow chosen = viewModel.chosenProperty().get();
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
        Steps.move(table, by);
    }
}
