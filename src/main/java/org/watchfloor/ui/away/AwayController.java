package org.watchfloor.ui.away;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.Navigation;

/** Binds away.fxml to its view model; holds no logic. */
public final class AwayController {
    private final AwayViewModel viewModel;
    private final Formats formats;
    private final Navigation navigation;

    @FXML
    private Label summary;

    @FXML
    private Label trouble;

    @FXML
    private HBox buttons;

    @FXML
    private Button allSeen;

    @FXML
    private Button undo;

    @FXML
    private ListView<AwayRow> list;

    AwayController(AwayViewModel viewModel, Formats formats, Navigation navigation) {
        this.viewModel = viewModel;
        this.formats = formats;
        this.navigation = navigation;
    }

    @FXML
    private void initialize() {
        summary.textProperty()
                .bind(Bindings.createStringBinding(
                        this::summary, viewModel.rows(), viewModel.sinceProperty(), viewModel.nowProperty()));
        summary.visibleProperty().bind(viewModel.countProperty().greaterThan(0));
        trouble.textProperty().bind(viewModel.troubleProperty());
        trouble.visibleProperty().bind(viewModel.troubleProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        summary.managedProperty().bind(summary.visibleProperty());
        allSeen.disableProperty().bind(viewModel.countProperty().isEqualTo(0));
        buttons.visibleProperty().bind(viewModel.countProperty().greaterThan(0).or(viewModel.undoableProperty()));
        buttons.managedProperty().bind(buttons.visibleProperty());
        undo.visibleProperty().bind(viewModel.undoableProperty());
        list.setItems(viewModel.rows());
        list.setCellFactory(_ -> new AwayCell(formats, viewModel.nowProperty(), this::open, viewModel::seen));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                viewModel.choose(row);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                list.requestFocus();
            }
        });
        viewModel.chosenProperty().subscribe(this::show);
        viewModel.rows().addListener((ListChangeListener<AwayRow>)
                _ -> show(viewModel.chosenProperty().get()));
    }

    private String summary() {
        return AwayWords.summary(
                viewModel.rows().stream().map(AwayRow::happening).toList(),
                viewModel.sinceProperty().get(),
                formats,
                viewModel.nowProperty().get());
    }

    private void show(@Nullable AwayRow row) {
        if (row != null && list.getSelectionModel().getSelectedItem() != row) {
            int index = viewModel.rows().indexOf(row);
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 1));
        }
    }

    void openChosen() {
        AwayRow row = viewModel.chosenProperty().get();
        if (row != null) {
            open(row);
        }
    }

    void chosenSeen() {
        AwayRow row = viewModel.chosenProperty().get();
        if (row != null) {
            viewModel.seen(row);
        }
    }

    /** The list would keep this key to itself. */
    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            openChosen();
        }
    }

    private void open(AwayRow row) {
        viewModel.choose(row);
        row.happening().target().ifPresentOrElse(navigation::open, () -> navigation.goTo("engine"));
    }

    @FXML
    void onAllSeen() {
        viewModel.allSeen();
    }

    @FXML
    void onUndo() {
        viewModel.undo();
    }
}
