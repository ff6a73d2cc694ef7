package org.watchfloor.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.ui.fx.FxThread;

/**
 * What draws windows. It takes as long to come up as all the rest, so it begins before the command line is read. JavaFX
 * is not loaded unless it begins. Safe for use by any thread.
 */
final class Toolkit {
    private static final List<String> WINDOWLESS = List.of("--headless", "--help", "-h", "--version", "-V");

    private final CompletableFuture<Void> up = new CompletableFuture<>();

    private Toolkit() {}

    /** Begins if the arguments look like a run with the console, and there is a screen; reading them decides. */
    static Optional<Toolkit> ahead(String[] arguments) {
        boolean isCommand = arguments.length > 0 && !arguments[0].startsWith("-");
        boolean isWindowless = Arrays.stream(arguments).anyMatch(WINDOWLESS::contains);
        return isCommand || isWindowless || !Screen.isPresent() ? Optional.empty() : Optional.of(begin());
    }

    static Toolkit begin() {
        Logs.quietToolkit();
        Toolkit toolkit = new Toolkit();
        Thread.ofPlatform().name("start toolkit").daemon().start(toolkit::start);
        return toolkit;
    }

    /** Completes on the FX thread; failed with an UnsupportedOperationException if the display cannot be opened. */
    CompletableFuture<Void> up() {
        return up;
    }

    private void start() {
        try {
            FxThread.startup(() -> up.complete(null));
        } catch (RuntimeException | LinkageError e) {
            up.completeExceptionally(e);
        }
    }
}
