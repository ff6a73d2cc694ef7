package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.State;

/** A journal in memory whose disk a test can hold up. */
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<CheckResult> samples = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile long ticket;
    private volatile long durable;
    private volatile boolean heldUp;
    private volatile Optional<String> trouble = Optional.empty();

    @Override
    public void sample(CheckResult result, State hard) {
        samples.add(result);
    }

    @Override
    public synchronized long append(List<Entry> group) {
        entries.addAll(group);
        ticket++;
        if (!heldUp) {
            durable = ticket;
        }
        return ticket;
    }

    @Override
    public long durable() {
        return durable;
    }

    @Override
    public void onDurable(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public StoreFigures figures() {
        return new StoreFigures(0, 0, entries.size(), 0, 0, trouble);
    }

    public void holdUp() {
        heldUp = true;
    }

    public synchronized void sync() {
        heldUp = false;
        durable = ticket;
        listeners.forEach(Runnable::run);
    }

    public void trouble(String what) {
        trouble = Optional.of(what);
    }

    public List<Entry> entries() {
        return entries;
    }

    public List<CheckResult> samples() {
        return samples;
    }
}
