package org.watchfloor.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.ui.shell.Console;
import org.watchfloor.ui.shell.ConsoleParts;

/** The console while the program runs. Only loaded when there is one. Confined to the lifecycle. */
final class ConsolePart {
    private static final int SECONDS_TO_OPEN = 110;

    private final Consumer<Desk> popups;
    private final CompletableFuture<Boolean> toolkit = new CompletableFuture<>();

    /** @param popups learns where pop-ups appear as soon as there is a window */
    ConsolePart(Consumer<Desk> popups) {
        this.popups = popups;
    }

    /** Begins to start the toolkit, which takes as long as the engine does; {@link #open} waits for it. */
    void begin() {
        Logs.quietToolkit();
        Thread.ofPlatform().name("start toolkit").daemon().start(() -> {
            try {
                Console.startToolkit(() -> toolkit.complete(true));
            } catch (RuntimeException | LinkageError e) {
                toolkit.completeExceptionally(e);
            }
        });
    }

    void open(ConsoleParts parts, Runnable onClose) throws StartFailed, InterruptedException, TimeoutException {
        try {
            toolkit.get(SECONDS_TO_OPEN, TimeUnit.SECONDS);
            popups.accept(Console.open(parts, onClose).get(SECONDS_TO_OPEN, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            if (cause instanceof UnsupportedOperationException) {
                throw new StartFailed("the display cannot be opened; --headless runs without it");
            }
            throw new IllegalStateException("the window cannot be built: " + cause.getMessage(), cause);
        }
    }

    /** A toolkit that did not come up would not go down either. Idempotent. */
    void close() {
        if (toolkit.isDone() && !toolkit.isCompletedExceptionally()) {
            Platform.exit();
        }
    }
}
