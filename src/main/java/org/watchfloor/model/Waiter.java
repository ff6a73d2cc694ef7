package org.watchfloor.model;

import java.time.Instant;

/** The second door of time: waits until it is late enough. One thread waits; any thread may wake it. */
public interface Waiter {
    /** Returns at the deadline, or earlier when {@link #wake} is called. */
    void waitUntil(Instant deadline) throws InterruptedException;

    /** Ends the current wait, or the next one if nobody waits now. */
    void wake();
}
