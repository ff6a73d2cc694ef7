package org.watchfloor.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.watchfloor.ui.fx.Command;

/** All keys that do something now. FX thread only. */
public final class HelpController {
    private static final int ROWS = 12;

    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");

    @FXML
    private Region help;

    @FXML
    private GridPane keys;

    void open(List<Command> commands) {
        keys.getChildren().clear();
        List<Command> withKeys =
                commands.stream().filter(command -> command.key().isPresent()).toList();
        for (int i = 0; i < withKeys.size(); i++) {
            Label key = new Label(withKeys.get(i).keyText());
            key.getStyleClass().add("key");
            keys.add(key, i / ROWS * 2, i % ROWS);
            keys.add(new Label(withKeys.get(i).title()), i / ROWS * 2 + 1, i % ROWS);
        }
        open.set(true);
    }

    boolean isOpen() {
        return open.get();
    }

    void close() {
        open.set(false);
    }

    @FXML
    private void initialize() {
        help.visibleProperty().bind(open);
    }

    @FXML
    private void onClick() {
        close();
    }
}
