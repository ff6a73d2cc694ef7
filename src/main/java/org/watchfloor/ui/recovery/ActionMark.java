package org.watchfloor.ui.recovery;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.recovery.action.Status;

/** The status of an action as icon and word in its colour. FX thread only. */
public final class ActionMark extends HBox {
    private final FontIcon icon = new FontIcon();
    private final Label word = new Label();

    public ActionMark() {
        word.getStyleClass().add("action-word");
        word.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, word);
        getStyleClass().add("action-mark");
    }

    void show(Status status) {
        ActionLook look = ActionLook.of(status);
        icon.setIconLiteral(look.icon());
        word.setText(look.word());
        getStyleClass().setAll("action-mark", ActionLook.styleClass(status));
    }
}
