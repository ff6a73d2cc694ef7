package org.watchfloor.web;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.FakeRecordings;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.History;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;
import org.watchfloor.notify.Posting;
import org.watchfloor.ui.FakeAlerts;
import org.watchfloor.ui.FakeGates;
import org.watchfloor.ui.FakeSilences;

/** An engine and its history in memory: publishes what a test says and notes what it is told. */
final class FakeEngine implements Snapshots, History, AlertHistory, Operations {
    final List<String> told = new CopyOnWriteArrayList<>();
    final FakeAlerts alerts = new FakeAlerts();
    final FakeGates gates = new FakeGates();
    final FakeRecovery recovery = new FakeRecovery();
    final FakeSilences silences = new FakeSilences();
    final FakeRecordings recordings = new FakeRecordings(Scene.FRONT, Scene.NOW.minus(Duration.ofDays(2)));
    final List<Incident> closed = new CopyOnWriteArrayList<>();
    final Map<CheckId, List<Point>> points = new HashMap<>();
    final AtomicInteger transitionQueries = new AtomicInteger();

    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final List<Transition> transitions = new CopyOnWriteArrayList<>();
    private volatile Snapshot current;
    private volatile Optional<CompletableFuture<?>> stuck = Optional.empty();

    FakeEngine(Snapshot first) {
        current = first;
    }

    /** @param config the directory whose files callers change */
    EnginePorts ports(Path config) {
        ConfigDirectory directory =
                new ConfigDirectory(config, List.of(), List.of(new AlertPolicyReader(ZoneOffset.UTC)));
        Editing editing = new Editing(new SiteEditor(directory, Runnable::run), silences);
        return new EnginePorts(
                this,
                this,
                this,
                this,
                alerts,
                editing,
                new Backtests(this, recordings),
                gates.desk(),
                recovery.desk());
    }

    void publish(Snapshot snapshot) {
        current = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    /** Records the next transitions and publishes the snapshot that shows them. */
    void transit(int count) {
        for (int index = 0; index < count; index++) {
            record();
        }
        publish(Scene.with(current, transitions.size()));
    }

    /** Records a transition that no snapshot shows yet. */
    void record() {
        long id = transitions.size() + 1L;
        transitions.add(new Transition(
                id,
                Scene.FRONT,
                Scene.NOW.plusSeconds(id),
                State.UP,
                State.DOWN,
                State.DOWN,
                Optional.of(Reason.REFUSED),
                "connection refused\nby \"web-1\""));
    }

    /** From now on the history answers with this. */
    void stick(CompletableFuture<?> answer) {
        stuck = Optional.of(answer);
    }

    void unstick() {
        stuck = Optional.empty();
    }

    int listeners() {
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
    public CompletableFuture<List<Span>> states(CheckId check, Instant from, Instant to) {
        return answer(List.of(new Span(from, to, State.UP)));
    }

    @Override
    public CompletableFuture<Series> series(CheckId check, String metric, Instant from, Instant to, int points) {
        told.add("series " + check + " " + metric + " " + from + " " + to + " " + points);
        return answer(new Series("ms", this.points.getOrDefault(check, List.of()), 3, "raw"));
    }

    @Override
    public CompletableFuture<List<Metric>> metrics(CheckId check) {
        return answer(List.of(new Metric(LATENCY, "ms"), new Metric("cert_days_left", "d")));
    }

    @Override
    public CompletableFuture<Map<CheckId, Uptime>> uptime(Collection<CheckId> checks, Instant from, Instant to) {
        Map<CheckId, Uptime> uptime = new HashMap<>();
        checks.forEach(check -> uptime.put(check, new Uptime(90, 0, 10)));
        return answer(uptime);
    }

    @Override
    public CompletableFuture<List<Incident>> incidents(Instant from, Instant to, int limit) {
        return answer(closed.stream().limit(limit).toList());
    }

    @Override
    public CompletableFuture<Optional<Incident>> incident(IncidentId id) {
        return answer(
                closed.stream().filter(incident -> incident.id().equals(id)).findFirst());
    }

    @Override
    public CompletableFuture<List<TimelineEntry>> timeline(IncidentId incident) {
        return answer(List.of(new TimelineEntry(
                1,
                incident,
                Scene.NOW,
                TimelineEntry.Kind.NOTE,
                Optional.of(Scene.FRONT),
                "looking",
                Optional.of(new Actor("anna")))));
    }

    @Override
    public CompletableFuture<List<Transition>> transitionsAfter(long id, int limit) {
        transitionQueries.incrementAndGet();
        return answer(transitions.stream()
                .filter(transition -> transition.id() > id)
                .limit(limit)
                .toList());
    }

    @Override
    public CompletableFuture<List<Gap>> gaps(Instant from, Instant to) {
        return answer(List.of());
    }

    @Override
    public void checkNow(Collection<CheckId> checks) {
        told.add("run " + new ArrayList<>(checks));
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
        told.add("acknowledge " + incident + " by " + by + ": " + note);
    }

    @Override
    public void addNote(IncidentId incident, Actor by, String text) {
        told.add("note " + incident + " by " + by + ": " + text);
    }

    @Override
    public CompletableFuture<List<Alert>> alerts(Instant from, Instant to, int limit) {
        return answer(alerts.alerts(from, to, limit).join());
    }

    @Override
    public CompletableFuture<Optional<Alert>> alert(AlertId id) {
        return answer(alerts.alert(id).join());
    }

    @Override
    public CompletableFuture<List<Verdict>> verdicts(AlertId alert) {
        return answer(alerts.verdicts(alert).join());
    }

    @Override
    public CompletableFuture<List<Verdict>> verdicts(Subject subject, Instant from, Instant to, int limit) {
        return answer(alerts.verdicts(subject, from, to, limit).join());
    }

    @Override
    public CompletableFuture<List<Posting>> notices(Instant from, Instant to, int limit) {
        return answer(alerts.notices(from, to, limit).join());
    }

    @SuppressWarnings("unchecked") // a stuck future never completes with a value, so its type does not matter
    private <T> CompletableFuture<T> answer(T value) {
        return stuck.map(future -> (CompletableFuture<T>) future)
                .orElseGet(() -> CompletableFuture.supplyAsync(
                        () -> value, CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS)));
    }

    static Duration patience() {
        return Duration.ofSeconds(10);
    }
}
