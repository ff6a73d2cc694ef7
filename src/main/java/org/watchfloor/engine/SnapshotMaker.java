package org.watchfloor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Rollup;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;

/**
 * Makes snapshots; roll-ups are made anew only if a check changed its state, those of hosts only if it is one of theirs.
 * Confined to the engine thread.
 */
final class SnapshotMaker {
    private final Instant startedAt;
    private final Supplier<List<EngineFigures.Step>> lifecycle;
    private final Marking marking = new Marking();
    private long sequence;
    private @Nullable RolledUp rolledUp;
    private Rollup all;
    private Map<HostId, Rollup> hosts = Map.of();
    private Map<GroupId, Rollup> groups = Map.of();
    private Map<ServiceId, Rollup> services = Map.of();

    SnapshotMaker(Instant startedAt, Supplier<List<EngineFigures.Step>> lifecycle) {
        this.startedAt = startedAt;
        this.lifecycle = lifecycle;
        this.all = Rollup.of(List.of(), startedAt);
    }

    Snapshot make(EngineState state, Instant now, EngineFigures figures) {
        if (rolledUp == null
                || rolledUp.layout() != state.layout()
                || rolledUp.transition() != state.counters().transition()) {
            rollUp(state, now);
            rolledUp = RolledUp.of(state);
        }
        return new Snapshot(++sequence, now, state, all, hosts, groups, services, marking.look(state, now), figures);
    }

    EngineFigures figures(Meter meter, CheckLoop checks, Journal journal, Inbox inbox) {
        Runtime runtime = Runtime.getRuntime();
        return new EngineFigures(
                startedAt,
                meter.perSecond(),
                meter.results(),
                meter.late(),
                checks.skipped(),
                meter.lag(),
                inbox.size(),
                Inbox.CAPACITY,
                checks.lanes(),
                journal.figures(),
                lifecycle.get(),
                runtime.totalMemory() - runtime.freeMemory(),
                checks.outward());
    }

    private void rollUp(EngineState state, Instant now) {
        all = Rollup.of(state.checks(), now);
        Map<HostId, Rollup> byHost = new HashMap<>();
        Map<GroupId, ArrayList<CheckHealth>> members = new HashMap<>();
        for (Host host : state.layout().site().hosts()) {
            List<CheckHealth> checks = state.layout().ofHost(host.id(), state.checks());
            byHost.put(host.id(), isAsBefore(host.id(), state) ? hosts.get(host.id()) : Rollup.of(checks, now));
            host.group()
                    .ifPresent(group -> members.computeIfAbsent(group, key -> new ArrayList<>())
                            .addAll(checks));
        }
        hosts = Map.copyOf(byHost);
        Map<GroupId, Rollup> byGroup = new HashMap<>();
        members.forEach((group, checks) -> byGroup.put(group, Rollup.of(checks, now)));
        groups = Map.copyOf(byGroup);
        Map<ServiceId, Rollup> byService = new HashMap<>();
        for (Service service : state.layout().site().services()) {
            List<CheckHealth> instances = service.instances().stream()
                    .map(state::check)
                    .flatMap(Optional::stream)
                    .toList();
            byService.put(service.id(), Rollup.of(instances, now));
        }
        services = Map.copyOf(byService);
    }

    private boolean isAsBefore(HostId host, EngineState state) {
        return rolledUp != null && rolledUp.layout() == state.layout() && rolledUp.isAsBefore(host, state);
    }

    /** What was shown of each check when the roll-ups were made; not their results, which would fill the memory. */
    private record RolledUp(Layout layout, long transition, List<State> states, List<Instant> since) {
        static RolledUp of(EngineState state) {
            return new RolledUp(
                    state.layout(),
                    state.counters().transition(),
                    state.checks().stream().map(CheckHealth::state).toList(),
                    state.checks().stream().map(CheckHealth::since).toList());
        }

        boolean isAsBefore(HostId host, EngineState state) {
            List<State> statesBefore = layout.ofHost(host, states);
            List<Instant> sinceBefore = layout.ofHost(host, since);
            List<CheckHealth> after = layout.ofHost(host, state.checks());
            for (int check = 0; check < after.size(); check++) {
                if (statesBefore.get(check) != after.get(check).state()
                        || !sinceBefore.get(check).equals(after.get(check).since())) {
                    return false;
                }
            }
            return true;
        }
    }
}
