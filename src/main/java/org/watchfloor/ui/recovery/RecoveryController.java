package org.watchfloor.ui.recovery;

import java.util.Locale;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.watchfloor.ui.detail.Shown;

/** Binds recovery.fxml to its view model: the choice of the page. */
public final class RecoveryController {
    private final RecoveryViewModel viewModel;

    @FXML
    private HBox pages;

    @FXML
    private Node actions;

    @FXML
    private Node runbooks;

    @FXML
    private Node shadow;

    public RecoveryController(RecoveryViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        for (RecoveryPage page : RecoveryPage.values()) {
            pages.getChildren().add(segment(page));
        }
        Map.of(RecoveryPage.ACTIONS, actions, RecoveryPage.RUNBOOKS, runbooks, RecoveryPage.SHADOW, shadow)
                .forEach((page, node) ->
                        Shown.when(node, viewModel.pageProperty().isEqualTo(page)));
    }

    private ToggleButton segment(RecoveryPage page) {
        ToggleButton button = new ToggleButton(page.text());
        button.setId("recovery-" + page.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setOnAction(_ -> {
            button.setSelected(true);
            viewModel.pageProperty().set(page);
        });
        viewModel.pageProperty().subscribe(now -> button.setSelected(now == page));
        return button;
    }
}
