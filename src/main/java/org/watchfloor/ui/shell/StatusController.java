package org.watchfloor.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** Binds status.fxml to its view model; holds no logic. */
public final class StatusController {
    private final StatusViewModel viewModel;

    @FXML
    private Label rate;

    @FXML
    private Label lag;

    @FXML
    private Label late;

    @FXML
    private Label dropped;

    @FXML
    private Label automation;

    @FXML
    private Label database;

    @FXML
    private Label age;

    public StatusController(StatusViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        rate.textProperty().bind(viewModel.rateProperty());
        lag.textProperty().bind(viewModel.lagProperty());
        late.textProperty().bind(viewModel.lateProperty());
        dropped.textProperty().bind(viewModel.droppedProperty());
        automation.textProperty().bind(viewModel.automationProperty());
        database.textProperty().bind(viewModel.databaseProperty());
        age.textProperty().bind(viewModel.ageProperty());
    }
}
