package org.watchfloor.ui.hosts;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;
import org.watchfloor.ui.fx.Target;

/** Binds hosts.fxml to its view model. */
public final class HostsController {
    private static final double ROOMY = 1_000;

    private final HostsViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private Label summary;

    @FXML
    private Label problem;

    @FXML
    private ToggleButton worstFirst;

    @FXML
    private ToggleButton byName;

    @FXML
    private HBox bulk;

    @FXML
    private Label chosen;

    @FXML
    private Button acknowledge;

    @FXML
    private HostsTable table;

    @FXML
    private TableColumn<HostsRow, Line> name;

    @FXML
    private TableColumn<HostsRow, Line> state;

    @FXML
    private TableColumn<HostsRow, Line> since;

    @FXML
    private TableColumn<HostsRow, Line> message;

    @FXML
    private TableColumn<HostsRow, Line> latency;

    @FXML
    private TableColumn<HostsRow, RowUptime> day;

    @FXML
    private TableColumn<HostsRow, RowUptime> month;

    public HostsController(HostsViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        table.setItems(viewModel.rows());
        viewModel.aroundChange(table::keeping);
        viewModel.nowProperty().addListener(_ -> viewModel.lookAt(table.visible()));
        table.setOnSight(() -> viewModel.lookAt(table.visible()));
        summary.textProperty().bind(viewModel.summaryProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        since.textProperty().bind(viewModel.nowProperty().map(now -> "Since (" + formats.zoneAt(now) + ")"));
        showLines(name, () -> new NameCell(this::fold));
        showLines(state, () -> new StateCell(formats, viewModel.nowProperty()));
        showLines(since, () -> new SinceCell(formats, viewModel.nowProperty()));
        showLines(message, MessageCell::new);
        showLines(latency, LatencyCell::new);
        showUptime(day, () -> new UptimeCell(RowUptime::day));
        showUptime(month, () -> new UptimeCell(RowUptime::month));
        var selection = table.getSelectionModel().getSelectedItems();
        bulk.visibleProperty().bind(Bindings.isNotEmpty(selection));
        bulk.managedProperty().bind(bulk.visibleProperty());
        makeRoom();
        chosen.textProperty().bind(Bindings.createStringBinding(this::chosenText, selection));
        acknowledge
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !viewModel.canAcknowledge(table.selected()), selection, viewModel.nowProperty()));
        viewModel.orderProperty().subscribe(this::showOrder);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Beside an open detail the table is narrow: what matters least gives way. */
    private void makeRoom() {
        var roomy = table.widthProperty().greaterThan(ROOMY);
        day.visibleProperty().bind(roomy);
        month.visibleProperty().bind(roomy);
    }

    List<HostsRow> selected() {
        return table.selected();
    }

    boolean hasSelection() {
        return !table.selected().isEmpty();
    }

    void focus() {
        table.requestFocus();
    }

    void goTo(Optional<HostsRow> row) {
        row.ifPresent(table::goTo);
    }

    Optional<HostsRow> focused() {
        return table.focused();
    }

    /** Opens the detail of the focused row beside the table. */
    void openBeside() {
        focused().flatMap(HostsController::target).ifPresent(navigation::open);
    }

    /** Opens the detail of the focused row in place of the table; a group is folded or unfolded. */
    void openFull() {
        focused().ifPresent(row -> target(row).ifPresentOrElse(navigation::openLarge, () -> fold(row)));
    }

    void clearSelection() {
        table.getSelectionModel().clearSelection();
    }

    @FXML
    private void onWorstFirst() {
        viewModel.orderBy(HostsOrder.WORST_FIRST);
        showOrder(HostsOrder.WORST_FIRST);
    }

    @FXML
    private void onByName() {
        viewModel.orderBy(HostsOrder.BY_NAME);
        showOrder(HostsOrder.BY_NAME);
    }

    @FXML
    private void onCheckNow() {
        viewModel.checkNow(selected());
    }

    @FXML
    private void onPause() {
        viewModel.pause(selected());
    }

    @FXML
    private void onResume() {
        viewModel.resume(selected());
    }

    @FXML
    private void onAcknowledge() {
        viewModel.acknowledge(selected());
    }

    @FXML
    private void onClick(MouseEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown();
        if (event.getButton() == MouseButton.PRIMARY && plain && isOnRow(event)) {
            if (event.getClickCount() == 2) {
                openFull();
            } else {
                openBeside();
            }
        }
    }

    private static boolean isOnRow(MouseEvent event) {
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> openFull();
            case RIGHT -> focused().ifPresent(viewModel::expand);
            case LEFT -> focused().ifPresent(this::foldOrClimb);
            case SPACE -> table.toggleFocused();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void foldOrClimb(HostsRow row) {
        if (row.isExpanded() && row.depth() < 2) {
            viewModel.collapse(row);
        } else {
            goTo(viewModel.parentOf(row));
        }
    }

    private void fold(HostsRow row) {
        if (row.isExpanded()) {
            viewModel.collapse(row);
        } else {
            viewModel.expand(row);
        }
    }

    private void showOrder(HostsOrder order) {
        worstFirst.setSelected(order == HostsOrder.WORST_FIRST);
        byName.setSelected(order == HostsOrder.BY_NAME);
    }

    private String chosenText() {
        int checks = viewModel.checksOf(selected()).size();
        return Formats.number(checks) + (checks == 1 ? " check chosen" : " checks chosen");
    }

    private static Optional<Target> target(HostsRow row) {
        return switch (row.key()) {
            case RowKey.OfGroup _ -> Optional.empty();
            case RowKey.OfHost host -> Optional.of(new Target.OfHost(host.host()));
            case RowKey.OfCheck check -> Optional.of(new Target.OfCheck(check.check()));
        };
    }

    private static void showLines(TableColumn<HostsRow, Line> column, Supplier<TableCell<HostsRow, Line>> cell) {
        column.setCellValueFactory(row -> row.getValue().lineProperty());
        column.setCellFactory(_ -> cell.get());
    }

    private static void showUptime(
            TableColumn<HostsRow, RowUptime> column, Supplier<TableCell<HostsRow, RowUptime>> cell) {
        column.setCellValueFactory(row -> row.getValue().uptimeProperty());
        column.setCellFactory(_ -> cell.get());
    }
}
