package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.watchfloor.model.Waiter;

/**
 * The only way in. Results wait while it is full, which slows the checks down instead of losing them; commands of people
 * never wait and go first. Any thread puts, the engine thread takes.
 */
public final class Inbox {
    static final int CAPACITY = 10_000;
    private static final int BATCH = 1_000;

    private final BlockingQueue<Event> results = new ArrayBlockingQueue<>(CAPACITY);
    private final Queue<Event> commands = new ConcurrentLinkedQueue<>();
    private final Waiter waiter;
    private volatile boolean dozing;

    public Inbox(Waiter waiter) {
        this.waiter = waiter;
    }

    /** Blocks while the inbox is full. */
    public void put(Event event) throws InterruptedException {
        results.put(event);
        if (dozing) {
            dozing = false;
            waiter.wake();
        }
    }

    /** Never blocks; for what people do. */
    public void command(Event event) {
        commands.add(event);
        waiter.wake();
    }

    /**
     * What has come in when the deadline is reached or somebody gave a command; maybe nothing. Wakes up earlier for the
     * first result that comes.
     */
    List<Event> take(Instant deadline) throws InterruptedException {
        dozing = true;
        if (size() == 0) {
            waiter.waitUntil(deadline);
        }
        dozing = false;
        return drain();
    }

    /** The same, but lets results come together until the deadline instead of waking up for the first. */
    List<Event> gather(Instant deadline) throws InterruptedException {
        if (commands.isEmpty() && results.size() < BATCH) {
            waiter.waitUntil(deadline);
        }
        return drain();
    }

    private List<Event> drain() {
        List<Event> batch = new ArrayList<>();
        for (Event command = commands.poll(); command != null; command = commands.poll()) {
            batch.add(command);
        }
        results.drainTo(batch, BATCH);
        return batch;
    }

    /** Ends the current wait of the engine thread. */
    void wake() {
        waiter.wake();
    }

    int size() {
        return results.size() + commands.size();
    }
}
