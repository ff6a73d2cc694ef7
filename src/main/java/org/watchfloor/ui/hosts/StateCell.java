package org.watchfloor.ui.hosts;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.hosts.Line.Care;

/** The state as a word, with a tick if somebody looks after it. */
final class StateCell extends TableCell<HostsRow, Line> {
    private final Label word = new Label();
    private final FontIcon tick = new FontIcon("mdi2c-check");

    StateCell() {
        tick.setAccessibleText("acknowledged");
        tick.getStyleClass().add("ack-tick");
        word.setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        word.setText(StateLook.of(line.state()).word());
        word.getStyleClass().setAll("label", "state-word", StateLook.styleClass(line.state()));
        word.setGraphic(line.care() == Care.ACKNOWLEDGED ? tick : null);
        setGraphic(word);
    }
}
