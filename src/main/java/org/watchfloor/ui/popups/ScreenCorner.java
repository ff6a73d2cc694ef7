package org.watchfloor.ui.popups;

import javafx.geometry.Rectangle2D;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Window;

/**
 * The corner at the bottom right of the first screen, over all windows, also while the console is minimised. What lies
 * there can be clicked but never takes the keyboard. FX thread only.
 */
final class ScreenCorner {
    private static final double MARGIN = 20;

    private final Popup popup = new Popup();

    ScreenCorner(PopupStack stack) {
        stack.getStyleClass().add("in-corner");
        popup.getContent().add(stack);
        popup.setAutoFix(false);
        popup.setHideOnEscape(false);
        popup.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_RIGHT);
    }

    /** Shows it on top of all, dressed like the owner's scene. */
    void show(Window owner) {
        popup.hide();
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        popup.show(owner, room.getMaxX() - MARGIN, room.getMaxY() - MARGIN);
    }

    void hide() {
        popup.hide();
    }
}
