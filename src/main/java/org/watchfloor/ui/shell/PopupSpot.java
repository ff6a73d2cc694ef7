package org.watchfloor.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.watchfloor.ui.fx.Screen;

/**
 * Where pop-ups lie in the window: at the bottom of the screen that is shown, on the side where it can best spare the
 * room, and not over a detail beside it. FX thread only.
 */
final class PopupSpot {
    private final StackPane floor;
    private final Region stage;

    /**
     * Nothing lies there yet.
     *
     * @param floor all between header and status bar
     * @param stage the part of it, from the left, that the screen takes; invisible while a detail takes its place
     */
    PopupSpot(StackPane floor, Region stage) {
        this.floor = floor;
        this.stage = stage;
    }

    void lay(Region popups, ObservableValue<Screen> screen) {
        popups.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        popups.translateXProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> isLeft(screen) ? 0 : stage.getWidth() - floor.getWidth(),
                        stage.widthProperty(),
                        floor.widthProperty(),
                        stage.visibleProperty(),
                        screen));
        Runnable align = () -> StackPane.setAlignment(popups, isLeft(screen) ? Pos.BOTTOM_LEFT : Pos.BOTTOM_RIGHT);
        screen.subscribe(align);
        stage.visibleProperty().subscribe(align);
        align.run();
        floor.getChildren().add(popups);
    }

    private boolean isLeft(ObservableValue<Screen> screen) {
        return !stage.isVisible() || screen.getValue().isListOnTheLeft();
    }
}
