package org.watchfloor.ui.breakers;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.watchfloor.gate.GateState;

/** The state of a breaker as shape, letter and word in its colour. FX thread only. */
public final class GateMark extends HBox {
    private final SVGPath shape = new SVGPath();
    private final Label letter = new Label();
    private final Label word = new Label();

    public GateMark() {
        shape.getStyleClass().add("shape");
        letter.getStyleClass().addAll("figure", "gate-letter");
        word.getStyleClass().add("gate-word");
        word.setMinWidth(USE_PREF_SIZE);
        StackPane square = new StackPane(shape);
        square.getStyleClass().add("state-mark");
        getChildren().addAll(square, letter, word);
    }

    void show(GateState state) {
        GateLook look = GateLook.of(state);
        shape.setContent(look.path());
        letter.setText(look.letter());
        word.setText(look.word());
        getStyleClass().setAll("gate-mark", GateLook.styleClass(state));
    }
}
