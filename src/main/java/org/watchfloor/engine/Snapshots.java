package org.watchfloor.engine;

import java.util.function.Consumer;

/** The engine's newest published value. Callable from any thread. */
public interface Snapshots {
    Snapshot current();

    /**
     * Calls the listener with each newly published snapshot, at most ten a second, on an engine thread: it must hand
     * over and return.
     */
    Subscription subscribe(Consumer<Snapshot> listener);

    /** Ends a subscription when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
