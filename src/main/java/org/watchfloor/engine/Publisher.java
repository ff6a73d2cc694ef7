package org.watchfloor.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out snapshots, each only when all decisions that it shows are on disk, so that nothing that anybody saw is lost
 * by a crash. While the store is in trouble snapshots go out at once, with the trouble in their figures. Offered by the
 * engine thread; released by it or by the journal's thread.
 */
final class Publisher implements Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Journal journal;
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private Optional<Held> oldest = Optional.empty();
    private Optional<Held> newest = Optional.empty();
    private volatile Snapshot current;

    Publisher(Journal journal, Snapshot first) {
        this.journal = journal;
        this.current = first;
        journal.onDurable(this::release);
    }

    private record Held(Snapshot snapshot, long ticket) {}

    @Override
    public Snapshot current() {
        return current;
    }

    @Override
    public Subscription subscribe(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** @param ticket of the last journal group that the snapshot rests on */
    synchronized void offer(Snapshot snapshot, long ticket) {
        Held held = new Held(snapshot, ticket);
        if (oldest.isEmpty()) {
            oldest = Optional.of(held);
        } else {
            newest = Optional.of(held);
        }
        release();
    }

    /** Publishes the newest snapshot that may be seen by now. */
    synchronized void release() {
        newest.filter(this::mayBeSeen).ifPresent(held -> {
            oldest = Optional.empty();
            newest = Optional.empty();
            publish(held.snapshot());
        });
        oldest.filter(this::mayBeSeen).ifPresent(held -> {
            oldest = newest;
            newest = Optional.empty();
            publish(held.snapshot());
        });
    }

    private boolean mayBeSeen(Held held) {
        return held.ticket() <= journal.durable()
                || held.snapshot().figures().store().trouble().isPresent();
    }

    private void publish(Snapshot snapshot) {
        current = snapshot;
        for (Consumer<Snapshot> listener : listeners) {
            try {
                listener.accept(snapshot);
            } catch (RuntimeException e) {
                LOG.warn("a listener of snapshots failed; the others go on", e);
            }
        }
    }
}
