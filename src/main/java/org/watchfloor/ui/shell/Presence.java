package org.watchfloor.ui.shell;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.TouchEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.watchfloor.ui.away.AwayViewModel;

/** Notices hands on keyboard and mouse of the window, and when it is put away. FX thread only. */
final class Presence {
    private final AwayViewModel away;
    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper inFront = new ReadOnlyBooleanWrapper(this, "inFront", true);
    private Point2D pointer = Point2D.ZERO;
    private Optional<Scene> watched = Optional.empty();

    Presence(AwayViewModel away, InstantSource clock) {
        this.away = away;
        this.clock = clock;
    }

    void watch(Scene scene) {
        watched = Optional.of(scene);
        for (EventType<? extends InputEvent> type :
                List.of(KeyEvent.KEY_PRESSED, MouseEvent.MOUSE_PRESSED, ScrollEvent.SCROLL, TouchEvent.TOUCH_PRESSED)) {
            scene.addEventFilter(type, _ -> away.touched(clock.instant()));
        }
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, this::moved);
        scene.windowProperty().flatMap(Window::focusedProperty).addListener((_, _, _) -> look(scene));
        scene.windowProperty().flatMap(Presence::iconified).addListener((_, _, _) -> look(scene));
        look(scene);
    }

    private static ObservableValue<Boolean> iconified(Window window) {
        return window instanceof Stage stage ? stage.iconifiedProperty() : new SimpleBooleanProperty();
    }

    private void look(Scene scene) {
        Window window = scene.getWindow();
        if (window == null || !window.isShowing()) {
            return;
        }
        boolean front = window.isFocused() && !iconified(window).getValue();
        if (inFront.get() && !front) {
            away.left(clock.instant());
        }
        inFront.set(front);
    }

    /** The toolkit tells of a pointer that rests, too, when something moves below it. */
    private void moved(MouseEvent event) {
        Point2D at = new Point2D(event.getScreenX(), event.getScreenY());
        if (!at.equals(pointer)) {
            pointer = at;
            away.touched(clock.instant());
        }
    }

    /** A person asks for the window from outside of it. */
    void comeForward() {
        away.touched(clock.instant());
        if (watched.map(Scene::getWindow).orElse(null) instanceof Stage stage) {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        }
    }

    /** Whether the window has the keyboard and is not minimised; true without a window. */
    ReadOnlyBooleanProperty inFrontProperty() {
        return inFront.getReadOnlyProperty();
    }
}
