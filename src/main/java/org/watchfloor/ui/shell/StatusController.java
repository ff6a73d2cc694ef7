package org.watchfloor.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** Binds status.fxml to its view model; holds no logic. */
public final class StatusController {
    private final StatusViewModel viewModel;
    private final Runnable recovery;

    @FXML
    private Label rate;

    @FXML
    private Label lag;

    @FXML
    private Label late;

    @FXML
    private Label dropped;

    @FXML
    private Hyperlink automation;

    @FXML
    private Label database;

    @FXML
    private Label age;

    /** @param recovery goes where the automation level is set */
    public StatusController(StatusViewModel viewModel, Runnable recovery) {
        this.viewModel = viewModel;
        this.recovery = recovery;
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

    @FXML
    private void onAutomation() {
        automation.setVisited(false);
        recovery.run();
    }
}
