package org.watchfloor.ui.recovery;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.watchfloor.ui.fx.StateLook;
import org.watchfloor.ui.fx.StateMark;

/** A check that a runbook can be begun for, and what is the matter with it. FX thread only. */
final class TargetCell extends ListCell<TargetLine> {
    private final StateMark mark = new StateMark();
    private final Label name = new Label();
    private final Label words = new Label();
    private final HBox box = new HBox(mark, name, words);

    TargetCell() {
        name.setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().add("muted");
        box.getStyleClass().add("row");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TargetLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        mark.show(line.state());
        name.setText(line.target().check().toString());
        words.setText(line.words());
        setAccessibleText(
                line.target().check() + ", " + StateLook.of(line.state()).word() + ", " + line.words());
        setGraphic(box);
    }
}
