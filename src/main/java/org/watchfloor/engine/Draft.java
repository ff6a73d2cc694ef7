package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.engine.EngineState.Counters;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.IncidentTracker;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Transition;

/** A decision in the making. Confined to one call of {@link Decider#decide}. */
final class Draft {
    private final List<Effect> effects = new ArrayList<>(2);
    private final Set<Integer> touched = new LinkedHashSet<>(2);
    private final Instant now;
    private EngineState state;

    Draft(EngineState state, Instant now) {
        this.state = state;
        this.now = now;
    }

    EngineState state() {
        return state;
    }

    Instant now() {
        return now;
    }

    void replace(EngineState next) {
        state = next;
    }

    AlertState alerts() {
        return state.alerting();
    }

    void alerts(AlertState next) {
        state = state.withAlerting(next);
    }

    /** What decides how often the check is looked at may have changed. */
    void touch(int slot) {
        touched.add(slot);
    }

    /** The slots of checks that may have to be looked at more or less often. */
    Set<Integer> touched() {
        return touched;
    }

    Actions actions() {
        return state.actions();
    }

    void actions(Actions next) {
        state = state.withActions(next);
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    /** Puts the check's new health in its slot and records a change of what is shown. */
    void put(int slot, CheckHealth after) {
        put(slot, after, after.message(), reason(after));
    }

    void put(int slot, CheckHealth after, String message, Optional<Reason> reason) {
        CheckHealth before = state.checks().get(slot);
        state = state.withChecks(state.checks().with(slot, after));
        touch(slot);
        if (before.state() != after.state()) {
            Counters counters = state.counters();
            long id = counters.transition() + 1;
            state = state.withCounters(new Counters(id, counters.incident(), counters.timelineEntry()));
            record(new Entry.StateChanged(new Transition(
                    id, after.check(), now, before.state(), after.state(), after.hard(), reason, message)));
        }
    }

    IncidentTracker tracker(HostId host) {
        return new IncidentTracker(
                host, Optional.ofNullable(state.openIncidents().get(host)));
    }

    IncidentId nextIncident() {
        return new IncidentId(state.counters().incident() + 1);
    }

    void track(HostId host, IncidentTracker tracker) {
        IncidentTracker.Change change = tracker.change();
        change.incident().ifPresent(incident -> save(host, incident));
        tracker.incident()
                .ifPresent(incident -> change.lines().forEach(line -> {
                    Counters counters = state.counters();
                    long id = counters.timelineEntry() + 1;
                    state = state.withCounters(new Counters(counters.transition(), counters.incident(), id));
                    record(new Entry.TimelineAdded(line.numbered(id, incident.id())));
                }));
    }

    void record(Entry entry) {
        effects.add(new Effect.Write(entry));
    }

    /** Before all others: a look that is due at once stays so, however often the check is looked at from now on. */
    void effectsFirst(List<? extends Effect> first) {
        effects.addAll(0, first);
    }

    Decision decision() {
        return new Decision(state, effects);
    }

    private void save(HostId host, Incident incident) {
        Map<HostId, Incident> open = new LinkedHashMap<>(state.openIncidents());
        if (incident.isOpen()) {
            open.put(host, incident);
        } else {
            open.remove(host);
        }
        Counters counters = state.counters();
        long highest = Math.max(counters.incident(), incident.id().value());
        state = state.withOpenIncidents(Collections.unmodifiableMap(open))
                .withCounters(new Counters(counters.transition(), highest, counters.timelineEntry()));
        record(new Entry.IncidentSaved(incident));
    }

    private static Optional<Reason> reason(CheckHealth health) {
        if (health.state() == State.STALE) {
            return Optional.of(Reason.NO_DATA);
        }
        return health.last().flatMap(result -> switch (result.outcome()) {
            case Outcome.Up up -> Optional.empty();
            case Outcome.Degraded degraded -> Optional.of(degraded.reason());
            case Outcome.Down down -> Optional.of(down.reason());
            case Outcome.Unknown unknown -> Optional.of(unknown.reason());
        });
    }
}
