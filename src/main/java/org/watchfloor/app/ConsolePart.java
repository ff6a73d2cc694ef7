package org.watchfloor.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.watchfloor.engine.EngineFigures.Step;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.ui.fx.PreferenceFile;
import org.watchfloor.ui.fx.PreferenceStore;
import org.watchfloor.ui.shell.ConsoleParts;
import org.watchfloor.ui.shell.Waiting;

/**
 * The window while the program runs. Only loaded when there is one. It opens before anything else starts, because the
 * toolkit takes as long for that as the engine does; the console comes into it last. Safe for use by any thread.
 */
final class ConsolePart implements AutoCloseable {
    private static final int SECONDS_TO_OPEN = 110;

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("preferences").daemon().factory());
    private final PreferenceFile preferences;
    private final CompletableFuture<Waiting> window;
    private volatile Supplier<List<Step>> steps = List::of;

    /** Returns at once; whether the window opens is told by {@link #open}. */
    ConsolePart(Toolkit toolkit, Path data, Runnable onWindowClosed) {
        preferences = new PreferenceFile(data.resolve("console.properties"), writer);
        window = toolkit.up().thenCompose(_ -> Waiting.open(preferences, () -> steps.get(), onWindowClosed));
    }

    /** What the window shows until the console is in it. */
    void follow(Supplier<List<Step>> lifecycle) {
        steps = lifecycle;
    }

    /**
     * Waits for the window and puts the console into it.
     *
     * @return where pop-ups appear
     */
    Desk open(Function<PreferenceStore, ConsoleParts> parts)
            throws StartFailed, InterruptedException, TimeoutException {
        try {
            Waiting waiting = window.get(SECONDS_TO_OPEN, TimeUnit.SECONDS);
            return waiting.giveWay(parts.apply(preferences)).get(SECONDS_TO_OPEN, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof UnsupportedOperationException) {
                throw new StartFailed("the display cannot be opened; --headless runs without it");
            }
            throw new IllegalStateException("the window cannot be built: " + cause.getMessage(), cause);
        }
    }

    /** A toolkit that did not come up would not go down either. Idempotent. */
    @Override
    public void close() {
        if (window.isDone() && !window.isCompletedExceptionally()) {
            Platform.exit();
        }
        writer.shutdown();
    }
}
