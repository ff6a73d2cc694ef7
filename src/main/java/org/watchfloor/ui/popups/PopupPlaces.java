package org.watchfloor.ui.popups;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;
import org.watchfloor.model.Notice;
import org.watchfloor.ui.fx.FxThread;

/** Where pop-ups appear: in the window while it is in front, else in the corner of the screen. FX thread only. */
public final class PopupPlaces {
    private final PopupsViewModel viewModel;
    private final ObservableBooleanValue inFront;
    private final PopupStack inWindow;
    private final ScreenCorner corner;

    /**
     * Shows the same in both places, in one of them at a time.
     *
     * @param words what they say
     * @param open leads to what a notice is about
     * @param inFront whether the window of the console has the keyboard
     */
    public PopupPlaces(
            PopupsViewModel viewModel, PopupWords words, Consumer<Notice> open, ObservableBooleanValue inFront) {
        this.viewModel = viewModel;
        this.inFront = inFront;
        inWindow = new PopupStack(viewModel, words, open);
        corner = new ScreenCorner(new PopupStack(viewModel, words, open));
        viewModel.shown().addListener((ListChangeListener<ShownPopup>) _ -> arrange());
        // later, because a pop-up listens to the focus of its owner and must not come or go while that changes
        inFront.addListener((_, _, _) -> FxThread.run(this::arrange));
    }

    /** Those in the window; to be laid over its screen. */
    public PopupStack inWindow() {
        return inWindow;
    }

    private void arrange() {
        Optional<Window> elsewhere = inFront.get() || !viewModel.hasAny() ? Optional.empty() : window();
        elsewhere.ifPresentOrElse(corner::show, corner::hide);
        inWindow.setVisible(elsewhere.isEmpty());
    }

    private Optional<Window> window() {
        return Optional.ofNullable(inWindow.getScene())
                .flatMap(scene -> Optional.ofNullable(scene.getWindow()))
                .filter(Window::isShowing);
    }
}
