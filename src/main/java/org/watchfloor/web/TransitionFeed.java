package org.watchfloor.web;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Transition;

/**
 * Reads each transition from the history once and keeps the latest ones, so that a hundred listeners cost one query. A
 * listener that is further behind reads for itself. Only transitions that a snapshot has shown are handed out: so no
 * listener can be ahead of the engine. Idle while nobody listens. Safe for many threads.
 */
final class TransitionFeed implements AutoCloseable {
    static final int KEPT = 4_096;
    static final int PAGE = 500;

    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Logger log = LoggerFactory.getLogger(TransitionFeed.class);

    private final History history;
    private final Snapshots.Subscription subscription;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Transition> kept = new ArrayDeque<>();
    private long shown;
    private long known;
    private int listeners;
    private boolean closed;

    TransitionFeed(Snapshots snapshots, History history) {
        this.history = history;
        this.shown = newest(snapshots.current());
        this.known = shown;
        this.subscription = snapshots.subscribe(this::show);
    }

    /** Reads what snapshots announce until closed; called once, on a thread of its own. */
    void run() {
        boolean failing = false;
        try {
            while (awaitNews()) {
                try {
                    keep(page(known()));
                    failing = false;
                } catch (Problem e) {
                    if (!failing) {
                        log.warn("Server-sent events are held back: {}", e.detail());
                    }
                    failing = true;
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Begins to listen; {@link #leave} must follow.
     *
     * @param after the last number that the listener has seen; without it the listener begins now
     * @return after which number it goes on: another one than it asked for if that number was never given
     */
    long join(OptionalLong after) {
        lock.lock();
        try {
            if (listeners++ == 0) {
                kept.clear();
                known = shown;
            }
            changed.signalAll();
            return Math.min(after.orElse(shown), shown);
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            listeners--;
        } finally {
            lock.unlock();
        }
    }

    int listeners() {
        lock.lock();
        try {
            return listeners;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** The transitions that follow the number, in order, some at least unless the time ran out or the feed was closed. */
    List<Transition> next(long after, Duration limit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = limit.toNanos();
            while (known <= after && !closed) {
                if (left <= 0) {
                    return List.of();
                }
                left = changed.awaitNanos(left);
            }
            if (closed) {
                return List.of();
            }
            if (!kept.isEmpty() && kept.getFirst().id() <= after + 1) {
                return kept.stream()
                        .filter(transition -> transition.id() > after)
                        .limit(PAGE)
                        .toList();
            }
        } finally {
            lock.unlock();
        }
        return page(after);
    }

    /** Ends every wait. */
    @Override
    public void close() {
        subscription.close();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void show(Snapshot snapshot) {
        lock.lock();
        try {
            if (newest(snapshot) > shown) {
                shown = newest(snapshot);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitNews() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && (listeners == 0 || known >= shown)) {
                changed.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void pause() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = RETRY.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Transition> page(long after) throws InterruptedException {
        List<Transition> page = Answers.await(history.transitionsAfter(after, PAGE));
        long limit = shown();
        return page.stream().filter(transition -> transition.id() <= limit).toList();
    }

    private void keep(List<Transition> page) throws InterruptedException {
        if (page.isEmpty()) {
            pause();
            return;
        }
        lock.lockInterruptibly();
        try {
            page.stream().filter(transition -> transition.id() > known).forEach(kept::add);
            known = Math.max(known, page.getLast().id());
            while (kept.size() > KEPT) {
                kept.removeFirst();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long known() {
        lock.lock();
        try {
            return known;
        } finally {
            lock.unlock();
        }
    }

    private long shown() {
        lock.lock();
        try {
            return shown;
        } finally {
            lock.unlock();
        }
    }

    private static long newest(Snapshot snapshot) {
        return snapshot.state().counters().transition();
    }
}
