package org.watchfloor.ui.alerts;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;
import org.watchfloor.ui.fx.Formats;

/** Binds alerts.fxml to its view model. */
public final class AlertsController {
    private static final double NARROW = 820;

    private final AlertsViewModel viewModel;
    private final ActionBarController bar;
    private final Formats formats;

    @FXML
    private HBox views;

    @FXML
    private Label trouble;

    @FXML
    private Label chosen;

    @FXML
    private GridPane body;

    @FXML
    private ColumnConstraints listColumn;

    @FXML
    private ColumnConstraints detailColumn;

    @FXML
    private Node detail;

    @FXML
    private AlertsTable table;

    @FXML
    private Label emptyTitle;

    @FXML
    private Label emptyText;

    @FXML
    private Label snippet;

    @FXML
    private TableColumn<AlertRow, Alert> severity;

    @FXML
    private TableColumn<AlertRow, Alert> summary;

    @FXML
    private TableColumn<AlertRow, Alert> since;

    @FXML
    private TableColumn<AlertRow, Alert> state;

    @FXML
    private TableColumn<AlertRow, Alert> told;

    /** @param bar acts on what is selected here */
    public AlertsController(AlertsViewModel viewModel, ActionBarController bar, Formats formats) {
        this.viewModel = viewModel;
        this.bar = bar;
        this.formats = formats;
    }

    @FXML
    private void initialize() {
        for (AlertsView view : AlertsView.values()) {
            views.getChildren().add(segment(view));
        }
        viewModel
                .viewProperty()
                .subscribe(shown -> views.getChildren()
                        .forEach(node -> ((ToggleButton) node).setSelected(shown == node.getUserData())));
        trouble.textProperty().bind(viewModel.troubleProperty());
        trouble.visibleProperty().bind(viewModel.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        showColumns();
        bindTable();
        bindEmpty();
        bindWidths();
    }

    private void showColumns() {
        show(severity, SeverityCell::new);
        show(summary, SummaryCell::new);
        show(since, () -> new AgeCell(formats, viewModel.nowProperty()));
        show(state, () -> new StandingCell(this::standing, viewModel.nowProperty()));
        show(told, ToldCell::new);
    }

    private Standing standing(Alert alert) {
        return Standing.of(
                alert, viewModel.hold(alert), formats, viewModel.nowProperty().get());
    }

    private static void show(TableColumn<AlertRow, Alert> column, Supplier<? extends TableCell<AlertRow, Alert>> cell) {
        column.setCellValueFactory(row -> row.getValue().alertProperty());
        column.setCellFactory(_ -> cell.get());
    }

    private void bindTable() {
        table.setItems(viewModel.rows());
        viewModel.aroundChange(table::keeping);
        var selection = table.getSelectionModel();
        selection.selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                viewModel.choose(row);
            }
        });
        bar.watch(selection.getSelectedItems(), table::requestFocus);
        chosen.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> table.selected().size() > 1 ? table.selected().size() + " chosen" : "",
                        selection.getSelectedItems()));
        viewModel.chosenProperty().subscribe(this::showChosen);
        viewModel.rows().addListener((ListChangeListener<AlertRow>)
                _ -> showChosen(viewModel.chosenProperty().get()));
    }

    private void bindEmpty() {
        snippet.setText(Teaching.SNIPPET);
        snippet.visibleProperty().bind(viewModel.unconfiguredProperty());
        snippet.managedProperty().bind(snippet.visibleProperty());
        emptyTitle.textProperty().bind(viewModel.viewProperty().map(view -> switch (view) {
            case NEEDS_ME -> "Nothing needs you";
            case PRESENT -> "No alert is present";
            case DAY -> "No alert in the last 24 hours";
        }));
        emptyText
                .textProperty()
                .bind(viewModel.unconfiguredProperty().map(nobody -> Teaching.ALERT + (nobody ? Teaching.NOBODY : "")));
    }

    /** Beside the detail of a host there is no room for both. */
    private void bindWidths() {
        BooleanBinding narrow = body.widthProperty().lessThan(NARROW);
        detail.visibleProperty().bind(narrow.not());
        detail.managedProperty().bind(narrow.not());
        listColumn.percentWidthProperty().bind(Bindings.when(narrow).then(100).otherwise(62));
        detailColumn.percentWidthProperty().bind(Bindings.when(narrow).then(0).otherwise(38));
    }

    void focus() {
        table.requestFocus();
    }

    void step(int by) {
        table.step(by);
    }

    void goTo(AlertRow row) {
        table.goTo(row);
    }

    @FXML
    private void onClick(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            bar.onOpenHost();
        }
    }

    private void showChosen(@Nullable AlertRow row) {
        if (row != null && !table.selected().contains(row)) {
            table.goTo(row);
        }
    }

    private ToggleButton segment(AlertsView view) {
        ToggleButton button = new ToggleButton();
        button.textProperty()
                .bind(
                        switch (view) {
                            case NEEDS_ME -> viewModel.needsMeProperty().asString(view.text() + " %d");
                            case PRESENT -> viewModel.presentProperty().asString(view.text() + " %d");
                            case DAY -> Bindings.createStringBinding(view::text);
                        });
        button.setId("alerts-" + view.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.getStyleClass().add("segment");
        button.setUserData(view);
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.look(view);
        });
        return button;
    }
}
