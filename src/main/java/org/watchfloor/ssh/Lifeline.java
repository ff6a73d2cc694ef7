package org.watchfloor.ssh;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;

/**
 * All that holds a connection up. Cut from any thread, once; what is tied to a cut lifeline falls at once, so a name
 * lookup that answers too late leaves nothing behind.
 */
final class Lifeline {
    private final ThreadFactory threads;
    private final Deque<Runnable> ties = new ArrayDeque<>();
    private boolean cut;

    Lifeline(ThreadFactory threads) {
        this.threads = threads;
    }

    void tie(Runnable fall) {
        synchronized (this) {
            if (!cut) {
                ties.addLast(fall);
                return;
            }
        }
        fall.run();
    }

    /** A fall may wait for a peer, so it happens on a thread of its own; the socket, tied first, falls first. */
    void cut() {
        Deque<Runnable> falling;
        synchronized (this) {
            cut = true;
            falling = new ArrayDeque<>(ties);
            ties.clear();
        }
        if (!falling.isEmpty()) {
            threads.newThread(() -> falling.forEach(Runnable::run)).start();
        }
    }

    synchronized boolean isCut() {
        return cut;
    }
}
