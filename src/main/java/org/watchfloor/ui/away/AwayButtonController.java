package org.watchfloor.ui.away;

import javafx.fxml.FXML;
import javafx.scene.control.Button;

/** Binds away-button.fxml: how much nobody has seen yet, and the way to it. FX thread only. */
public final class AwayButtonController {
    private final AwayViewModel viewModel;
    private final Runnable open;

    @FXML
    private Button away;

    public AwayButtonController(AwayViewModel viewModel, Runnable open) {
        this.viewModel = viewModel;
        this.open = open;
    }

    @FXML
    private void initialize() {
        away.textProperty().bind(viewModel.countProperty().asString("%d unseen"));
        away.visibleProperty().bind(viewModel.countProperty().greaterThan(0));
        away.managedProperty().bind(away.visibleProperty());
    }

    @FXML
    private void onOpen() {
        open.run();
    }
}
