package org.watchfloor.ui.lab;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.watchfloor.ui.fx.TableColumns;

/** Binds lab.fxml to its view model; holds no logic. */
public final class LabController {
    private final LabViewModel viewModel;

    @FXML
    private Label broken;

    @FXML
    private Button mendAll;

    @FXML
    private TableView<LabBoard.Target> targets;

    @FXML
    private TableColumn<LabBoard.Target, String> name;

    @FXML
    private TableColumn<LabBoard.Target, String> place;

    @FXML
    private TableColumn<LabBoard.Target, LabBoard.Target> faults;

    public LabController(LabViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        broken.textProperty().bind(viewModel.brokenProperty().asString("%d broken"));
        mendAll.disableProperty().bind(viewModel.brokenProperty().isEqualTo(0));
        targets.setItems(viewModel.targets());
        TableColumns.text(name, LabBoard.Target::name);
        TableColumns.text(place, LabBoard.Target::place);
        faults.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        faults.widthProperty().subscribe(targets::refresh);
        faults.setCellFactory(column -> new FaultCell(column.widthProperty(), viewModel::set));
    }

    @FXML
    private void onMendAll() {
        viewModel.mendAll();
    }
}
