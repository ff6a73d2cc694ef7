package org.watchfloor.ui.fx;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The shape of a mark, beside the state that it is about. FX thread only. */
public final class MarkIcon extends StackPane {
    public MarkIcon(MarkLook look) {
        SVGPath shape = new SVGPath();
        shape.setContent(StateLook.path(look.shape()));
        shape.getStyleClass().add("shape");
        getStyleClass().addAll("mark-icon", look.styleClass());
        getChildren().add(shape);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(look.word());
    }
}
