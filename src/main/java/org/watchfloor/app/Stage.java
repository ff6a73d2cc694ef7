package org.watchfloor.app;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A part of the program that is started and stopped with it.
 *
 * @param name what the operator reads: {@code store}
 * @param priority the highest starts first and stops last
 * @param timeout for the start, and again for the stop
 * @param healthy asked right after the start, and whenever somebody looks; must be quick
 * @param detail what the operator should know of it; asked like {@code healthy}, mostly empty
 */
record Stage(
        String name,
        int priority,
        Duration timeout,
        Action start,
        BooleanSupplier healthy,
        Action stop,
        Supplier<String> detail) {
    /** A stage with nothing to tell. */
    Stage(String name, int priority, Duration timeout, Action start, BooleanSupplier healthy, Action stop) {
        this(name, priority, timeout, start, healthy, stop, () -> "");
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }
}
