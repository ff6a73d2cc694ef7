package org.watchfloor.ui.shell;

import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.watchfloor.ui.fx.ScreenName;

/** An icon with a word, and the count that needs a human. FX thread only. */
final class RailButton extends ToggleButton {
    private final Label badge = new Label();

    RailButton(ScreenName name) {
        badge.getStyleClass().add("badge");
        badge.setVisible(false);
        StackPane icon = new StackPane(new FontIcon(name.icon()), badge);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        icon.getStyleClass().add("rail-icon");
        Label word = new Label(name.word());
        word.getStyleClass().add("rail-word");
        VBox graphic = new VBox(icon, word);
        graphic.getStyleClass().add("rail-graphic");
        setGraphic(graphic);
        setId("rail-" + name.key());
        getStyleClass().setAll("rail-button");
        setAccessibleText(name.title());
        setMaxWidth(Double.MAX_VALUE);
    }

    void badge(OptionalInt count) {
        int shown = count.orElse(0);
        badge.setVisible(shown > 0);
        badge.setText(shown > 99 ? "99+" : Integer.toString(shown));
    }

    /** A chosen screen stays chosen when its button is hit again. */
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
