package org.watchfloor.ui.alerts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds alerts.fxml to its view model. */
public final class AlertsController {
    private final AlertsViewModel viewModel;
    private final AlertActions actions;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private HBox views;

    @FXML
    private Label trouble;

    @FXML
    private Label chosen;

    @FXML
    private TextField note;

    @FXML
    private Button acknowledge;

    @FXML
    private Button unacknowledge;

    @FXML
    private HBox others;

    @FXML
    private Button openHost;

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

    public AlertsController(AlertsViewModel viewModel, AlertActions actions, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.actions = actions;
        this.formats = formats;
        this.navigation = navigation;
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
        table.setItems(viewModel.rows());
        viewModel.aroundChange(table::keeping);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                viewModel.choose(row);
            }
        });
        viewModel.chosenProperty().subscribe(this::showChosen);
        viewModel.rows().addListener((ListChangeListener<AlertRow>)
                _ -> showChosen(viewModel.chosenProperty().get()));
        bindActions();
        bindEmpty();
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::onNoteKey);
    }

    private void showColumns() {
        show(severity, SeverityCell::new);
        show(summary, SummaryCell::new);
        show(since, () -> new AgeCell(formats, viewModel.nowProperty()));
        show(
                state,
                () -> new StandingCell(
                        alert -> Standing.of(
                                alert,
                                viewModel.hold(alert),
                                formats,
                                viewModel.nowProperty().get()),
                        viewModel.nowProperty()));
        show(told, ToldCell::new);
    }

    private static void show(TableColumn<AlertRow, Alert> column, Supplier<? extends TableCell<AlertRow, Alert>> cell) {
        column.setCellValueFactory(row -> row.getValue().alertProperty());
        column.setCellFactory(_ -> cell.get());
    }

    private void bindActions() {
        var selection = table.getSelectionModel().getSelectedItems();
        chosen.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> selection.size() > 1 ? selection.size() + " chosen" : "", selection));
        acknowledge.disableProperty().bind(possible(actions::canAcknowledge).not());
        unacknowledge.disableProperty().bind(possible(actions::canUnacknowledge).not());
        openHost.disableProperty()
                .bind(viewModel.chosenProperty().map(_ -> !canOpenHost()).orElse(true));
        others.disableProperty().bind(possible(actions::canAct).not());
    }

    private BooleanBinding possible(java.util.function.Predicate<List<AlertRow>> action) {
        return Bindings.createBooleanBinding(
                () -> action.test(table.selected()),
                table.getSelectionModel().getSelectedItems(),
                viewModel.nowProperty());
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

    List<AlertRow> selected() {
        return table.selected();
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

    void writeNote() {
        note.requestFocus();
    }

    @FXML
    void onAcknowledge() {
        int count = table.selected().size();
        actions.acknowledge(table.selected(), note.getText());
        done(count, "acknowledged");
    }

    @FXML
    void onUnacknowledge() {
        actions.unacknowledge(table.selected());
    }

    @FXML
    void onShelveHour() {
        shelve(Duration.ofHours(1));
    }

    @FXML
    void onShelveShift() {
        shelve(Duration.ofHours(8));
    }

    @FXML
    void onShelveDay() {
        shelve(Duration.ofHours(24));
    }

    private void shelve(Duration length) {
        int count = table.selected().size();
        actions.shelve(table.selected(), length, note.getText());
        done(count, "shelved for " + Formats.roughly(length));
    }

    @FXML
    void onComment() {
        if (actions.comment(table.selected(), note.getText())) {
            done(table.selected().size(), "commented");
        } else {
            note.requestFocus();
        }
    }

    @FXML
    void onResolve() {
        int count = table.selected().size();
        actions.resolve(table.selected(), note.getText());
        done(count, "resolved by hand");
    }

    @FXML
    void onOpenHost() {
        target().ifPresent(navigation::open);
    }

    boolean canOpenHost() {
        return target().isPresent();
    }

    private void done(int count, String what) {
        note.clear();
        navigation.tell((count == 1 ? "1 alert " : count + " alerts ") + what);
    }

    private Optional<Target> target() {
        return Optional.ofNullable(viewModel.chosenProperty().get())
                .map(AlertRow::alert)
                .flatMap(alert -> {
                    Optional<CheckId> check = alert.subject().check();
                    String host = alert.labels().get("host");
                    return check.<Target>map(Target.OfCheck::new)
                            .or(() -> host.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new Target.OfHost(new HostId(host))));
                });
    }

    @FXML
    private void onClick(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            onOpenHost();
        }
    }

    private void onNoteKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            onComment();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            table.requestFocus();
            event.consume();
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
        button.setId("alerts-" + view.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        button.getStyleClass().add("segment");
        button.setUserData(view);
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.look(view);
        });
        return button;
    }
}
