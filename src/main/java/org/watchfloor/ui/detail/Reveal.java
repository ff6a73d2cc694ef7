package org.watchfloor.ui.detail;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolls so far that a part of a view is seen. FX thread only. */
final class Reveal {
    private static final double MARGIN = 12;

    private Reveal() {}

    /** Nothing moves if all of it is seen already, or nothing around it scrolls. */
    static void part(Node part) {
        for (Node around = part.getParent(); around != null; around = around.getParent()) {
            if (around instanceof ScrollPane pane) {
                reveal(pane, part);
                return;
            }
        }
    }

    private static void reveal(ScrollPane pane, Node part) {
        pane.applyCss();
        pane.layout();
        Node content = pane.getContent();
        Bounds wanted = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        double top = hidden * pane.getVvalue();
        if (hidden > 0 && (wanted.getMinY() < top || wanted.getMaxY() > top + seen)) {
            pane.setVvalue(Math.clamp((wanted.getMinY() - MARGIN) / hidden, 0, 1));
        }
    }
}
