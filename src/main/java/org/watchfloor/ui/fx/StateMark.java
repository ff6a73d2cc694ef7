package org.watchfloor.ui.fx;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.watchfloor.model.State;

/** The shape of a state in its colour, for tables and headings. Nothing is shown until a state is set. FX thread only. */
public final class StateMark extends StackPane {
    private final SVGPath shape = new SVGPath();

    public StateMark() {
        getStyleClass().add("state-mark");
        shape.getStyleClass().add("shape");
        getChildren().add(shape);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void show(State state) {
        clear();
        StateLook look = StateLook.of(state);
        shape.setContent(look.path());
        shape.getStyleClass().add(StateLook.styleClass(state));
        setAccessibleText(look.word());
    }

    /** Shows nothing, as in an empty table cell. */
    public void clear() {
        shape.setContent("");
        shape.getStyleClass().setAll("shape");
        setAccessibleText(null);
    }
}
