package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Hold;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;

/**
 * Puts marks on checks. What it found out stays the same object as long as it stays true, and a check is looked at again
 * only if something about it changed or, where time matters, once a second. Confined to one thread.
 */
final class Marking {
    private Slots<Marks> marks = Slots.copyOf(List.of());
    private @Nullable EngineState before;
    private Plans plans = new Plans(EngineState.empty(Instant.EPOCH).layout(), Instant.EPOCH);
    private long second;

    @SuppressWarnings("ReferenceEquality") // a layout is another one when the site is loaded anew
    Slots<Marks> look(EngineState state, Instant now) {
        EngineState last = before;
        if (last == null || last.layout() != state.layout()) {
            plans = new Plans(state.layout(), now);
            marks = Slots.copyOf(Collections.nCopies(state.checks().size(), Marks.NONE));
            last = null;
        }
        boolean timePassed = now.getEpochSecond() != second;
        for (int slot = 0; slot < state.checks().size(); slot++) {
            if (last == null || isTouched(slot, state, last) || (timePassed && isTimed(slot, state))) {
                put(slot, fresh(slot, state, now));
            }
        }
        before = state;
        second = now.getEpochSecond();
        return marks;
    }

    @SuppressWarnings("ReferenceEquality") // states share what did not change, so identity tells
    private static boolean isTouched(int slot, EngineState state, EngineState last) {
        CheckHealth health = state.checks().get(slot);
        CheckHealth healthBefore = last.checks().get(slot);
        HostId host = health.check().host();
        return alerts(slot, state) != alerts(slot, last)
                || state.gates().shut() != last.gates().shut()
                || (state.openIncidents() != last.openIncidents()
                        && state.openIncidents().get(host)
                                != last.openIncidents().get(host))
                || (health != healthBefore
                        && (health.hard() != healthBefore.hard()
                                || health.flaps().isFlapping()
                                        != healthBefore.flaps().isFlapping()));
    }

    private boolean isTimed(int slot, EngineState state) {
        return !plans.isFree(slot) || !alerts(slot, state).isEmpty();
    }

    private void put(int slot, Marks next) {
        if (!next.equals(marks.get(slot))) {
            marks = marks.with(slot, next);
        }
    }

    private Marks fresh(int slot, EngineState state, Instant now) {
        CheckHealth health = state.checks().get(slot);
        List<Alert> firing = firing(alerts(slot, state));
        Optional<Incident> incident = incident(state.openIncidents(), health);
        boolean flaps = health.flaps().isFlapping();
        Optional<Mark> gate = gate(slot, state);
        if (firing.isEmpty() && incident.isEmpty() && gate.isEmpty() && !flaps && plans.isFree(slot)) {
            return Marks.NONE;
        }
        List<Mark> all = new ArrayList<>();
        incident.flatMap(Marking::owned).ifPresent(all::add);
        plans.maintenance(slot, health, now).ifPresent(all::add);
        List<Mark> reasons =
                firing.stream().flatMap(alert -> reason(alert, now).stream()).toList();
        if (reasons.size() == firing.size()) {
            all.addAll(reasons);
            plans.silence(slot, now).ifPresent(all::add);
        }
        gate.ifPresent(all::add);
        if (flaps) {
            all.add(new Mark.Flapping());
        }
        return new Marks(!firing.isEmpty() || incident.isPresent(), ordered(all));
    }

    private static Optional<Mark> gate(int slot, EngineState state) {
        return state.gates().shut().isEmpty()
                ? Optional.empty()
                : state.gates().mark(state.layout().checks().get(slot));
    }

    private static List<Mark> ordered(List<Mark> all) {
        return Stream.concat(all.stream().filter(Mark::isOwned), all.stream().filter(mark -> !mark.isOwned()))
                .distinct()
                .toList();
    }

    private static List<Alert> firing(List<Alert> alerts) {
        return alerts.isEmpty()
                ? alerts
                : alerts.stream().filter(Alert::isFiring).toList();
    }

    private static List<Alert> alerts(int slot, EngineState state) {
        return state.alerting().book().ofChecks().get(slot);
    }

    /** A check is part of the incident of its host while it is down. */
    private static Optional<Incident> incident(Map<HostId, Incident> open, CheckHealth health) {
        return health.hard() == State.DOWN
                ? Optional.ofNullable(open.get(health.check().host()))
                : Optional.empty();
    }

    private static Optional<Mark> owned(Incident incident) {
        return incident.acknowledged().map(ack -> new Mark.IncidentOwned(incident.id(), ack));
    }

    /** Why nobody has to look after an alert that fires; empty: somebody has to. */
    private Optional<Mark> reason(Alert alert, Instant now) {
        if (alert.isAcknowledged(now)) {
            return Optional.of(new Mark.AlertOwned(alert.id(), alert.ack().orElseThrow()));
        }
        Optional<Mark> silence = plans.hasSilences() ? plans.silence(alert.matched(), now) : Optional.empty();
        return silence.or(() ->
                        alert.shelvedUntil().filter(now::isBefore).map(until -> new Mark.Shelved(alert.id(), until)))
                .or(() -> alert.held()
                        .filter(held -> held.why() == Hold.INHIBITED)
                        .map(held -> new Mark.Inhibited(alert.id(), held.by())));
    }
}
