package org.watchfloor.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;

/** Publishes what the test gives it and writes down, in words, what it is told. Callable from any thread. */
public final class FakeEngine implements Snapshots, Operations {
    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final FakeGates gates = new FakeGates();
    private final FakeRecovery recovery = new FakeRecovery();
    private final FakeAlerts alerts = new FakeAlerts();
    private volatile Snapshot current;

    public FakeEngine(Snapshot first) {
        current = first;
    }

    /** Its other half. */
    public FakeAlerts alerts() {
        return alerts;
    }

    public FakeGates gates() {
        return gates;
    }

    public FakeRecovery recovery() {
        return recovery;
    }

    public void publish(Snapshot snapshot) {
        current = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    /** {@code check now [web-1/front]}, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    public int listeners() {
        return listeners.size();
    }

    @Override
    public Snapshot current() {
        return current;
    }

    @Override
    public Subscription subscribe(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void checkNow(Collection<CheckId> checks) {
        told.add("check now " + new ArrayList<>(checks));
    }

    @Override
    public void diagnose(Collection<CheckId> checks) {
        told.add("diagnose " + new ArrayList<>(checks));
    }

    @Override
    public void pause(Collection<CheckId> checks, Actor by) {
        told.add("pause " + new ArrayList<>(checks) + " by " + by);
    }

    @Override
    public void resume(Collection<CheckId> checks, Actor by) {
        told.add("resume " + new ArrayList<>(checks) + " by " + by);
    }

    @Override
    public void acknowledge(IncidentId incident, Actor by, String note) {
        told.add("acknowledge " + incident + " by " + by);
    }

    @Override
    public void addNote(IncidentId incident, Actor by, String text) {
        told.add("note " + incident + " by " + by + ": " + text);
    }
}
