package org.watchfloor.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.watchfloor.ui.fx.Command;

/** Binds palette.fxml to its view model; holds no logic. */
public final class PaletteController {
    private final PaletteViewModel viewModel;

    @FXML
    private Region palette;

    @FXML
    private TextField letters;

    @FXML
    private ListView<Command> found;

    PaletteController(PaletteViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        palette.visibleProperty().bind(viewModel.openProperty());
        letters.textProperty().bindBidirectional(viewModel.lettersProperty());
        found.setItems(viewModel.found());
        found.setCellFactory(list -> new CommandCell());
        viewModel.chosenProperty().subscribe(index -> {
            found.getSelectionModel().clearAndSelect(index.intValue());
            found.scrollTo(Math.max(0, index.intValue() - 4));
        });
        viewModel.openProperty().subscribe(open -> {
            if (open) {
                letters.requestFocus();
            }
        });
    }

    @FXML
    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> viewModel.next();
            case UP -> viewModel.previous();
            case ENTER -> viewModel.run();
            case ESCAPE -> viewModel.close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @FXML
    private void onClick() {
        int index = found.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            viewModel.choose(index);
            viewModel.run();
        }
    }

    @FXML
    private void onOutside(MouseEvent event) {
        if (palette.equals(event.getTarget())) {
            viewModel.close();
        }
    }
}
