package org.watchfloor.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** Carries the newest value to the FX thread, at most once per frame. Publish from any thread. */
public final class SnapshotFeed<T> {
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final Consumer<T> render;
    private final Frames frames;

    public SnapshotFeed(Consumer<T> render) {
        this(render, new ToolkitFrames());
    }

    SnapshotFeed(Consumer<T> render, Frames frames) {
        this.render = render;
        this.frames = frames;
    }

    public void publish(T value) {
        if (newest.getAndSet(value) == null) {
            frames.next(this::renderNewest);
        }
    }

    private void renderNewest() {
        T value = newest.getAndSet(null);
        if (value != null) {
            render.accept(value);
        }
    }

    /** Runs work in the next frame; callable from any thread. */
    @FunctionalInterface
    interface Frames {
        void next(Runnable work);
    }

    /** One timer that runs only while something waits for a frame. */
    private static final class ToolkitFrames implements Frames {
        @Override
        public void next(Runnable work) {
            FxThread.run(() -> new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    work.run();
                }
            }.start());
        }
    }
}
