package org.watchfloor.ui.fx;

import javafx.application.Platform;

/** The way onto the FX thread. Callable from any thread. */
public final class FxThread {
    private FxThread() {}

    /** Runs the work on the FX thread, later. */
    public static void run(Runnable work) {
        Platform.runLater(work);
    }

    /**
     * Starts the toolkit once and runs the work on its thread.
     *
     * @throws UnsupportedOperationException if there is no display
     */
    public static void startup(Runnable work) {
        Platform.setImplicitExit(false);
        Platform.startup(work);
    }

    /** Ends the toolkit. */
    public static void exit() {
        Platform.exit();
    }
}
