package org.watchfloor.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.engine.Entry;

/**
 * What waits to be written. Entries are all kept; samples beyond {@value #MOST_SAMPLES} are thinned to half, by chance,
 * so that every check keeps some. Filled by the engine thread, emptied by the writer; figures for anybody.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    static final int MOST_SAMPLES = 100_000;
    private static final int MOST_ROWS = 1_000;
    private static final int ENOUGH_SAMPLES = 20_000;
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long IDLE_FLUSHES = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Group> groups = new ArrayDeque<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final long flushNanos;
    private List<RawSample> samples = new ArrayList<>();
    private int entries;
    private long tickets;
    private long thinned;
    private long lastFlush = System.nanoTime();
    private boolean stopped;

    Intake(long flushNanos) {
        this.flushNanos = flushNanos;
    }

    long append(List<Entry> group) {
        lock.lock();
        try {
            groups.add(new Group(++tickets, List.copyOf(group)));
            entries += group.size();
            changed.signalAll();
            return tickets;
        } finally {
            lock.unlock();
        }
    }

    void sample(RawSample sample) {
        lock.lock();
        try {
            if (samples.size() >= MOST_SAMPLES) {
                thin();
            }
            samples.add(sample);
            if (samples.size() == ENOUGH_SAMPLES) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something to write; empty when stopped and all is taken. Without anything new for a while
     * an empty batch comes, which says that the program is alive. */
    Optional<Batch> next() {
        lock.lock();
        try {
            awaitWork();
            if (stopped && groups.isEmpty() && samples.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Batch(takeGroups(), takeSamples()));
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the given time, or until stopped. */
    void pause(long nanos) {
        lock.lock();
        try {
            long until = System.nanoTime() + nanos;
            while (!stopped && until - System.nanoTime() > 0) {
                awaitNanos(until - System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    int queued() {
        lock.lock();
        try {
            return entries + samples.size();
        } finally {
            lock.unlock();
        }
    }

    long thinned() {
        lock.lock();
        try {
            return thinned;
        } finally {
            lock.unlock();
        }
    }

    private void awaitWork() {
        while (!stopped && groups.isEmpty() && !isFlushDue()) {
            long waited = System.nanoTime() - lastFlush;
            awaitNanos((samples.isEmpty() ? flushNanos * IDLE_FLUSHES : flushNanos) - waited);
        }
        long until = System.nanoTime() + GATHER_NANOS;
        while (!stopped && !groups.isEmpty() && entries < MOST_ROWS && until - System.nanoTime() > 0) {
            awaitNanos(until - System.nanoTime());
        }
    }

    private boolean isFlushDue() {
        long waited = System.nanoTime() - lastFlush;
        return samples.size() >= ENOUGH_SAMPLES
                || waited >= (samples.isEmpty() ? flushNanos * IDLE_FLUSHES : flushNanos);
    }

    private List<Group> takeGroups() {
        List<Group> taken = new ArrayList<>();
        int rows = 0;
        while (!groups.isEmpty()
                && (taken.isEmpty() || rows + groups.getFirst().entries().size() <= MOST_ROWS)) {
            Group group = groups.removeFirst();
            rows += group.entries().size();
            taken.add(group);
        }
        entries -= rows;
        return taken;
    }

    private List<RawSample> takeSamples() {
        if (!stopped && !isFlushDue()) {
            return List.of();
        }
        List<RawSample> taken = samples;
        samples = new ArrayList<>();
        lastFlush = System.nanoTime();
        return taken;
    }

    private void thin() {
        int before = samples.size();
        samples.removeIf(_ -> random.nextBoolean());
        thinned += before - samples.size();
    }

    /** Callers ask again what they wait for. The writer is never interrupted; if somebody does it all the same, the flag
     * is gone here and does not reach the database file. */
    @SuppressWarnings("WaitNotInLoop") // every caller loops
    private void awaitNanos(long nanos) {
        try {
            var _ = changed.awaitNanos(nanos);
        } catch (InterruptedException _) {
            LOG.warn("somebody interrupted the journal; it goes on");
        }
    }
}
