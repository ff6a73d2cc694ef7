package org.watchfloor.web;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.health.Rollup;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.State;

/** Hosts as they are now. */
final class HostEndpoints {
    private final Snapshots snapshots;

    HostEndpoints(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    Reply list(Call call) {
        Snapshot now = snapshots.current();
        return Reply.ok(new HostList(
                now.at(),
                now.site().hosts().stream().map(host -> HostJson.of(now, host)).toList()));
    }

    Reply one(Call call) {
        Snapshot now = snapshots.current();
        Host host = Known.host(now, call.hostId());
        List<CheckJson.Summary> checks =
                host.checks().stream().map(check -> summary(now, check)).toList();
        return Reply.ok(new HostDetail(now.at(), HostJson.of(now, host), checks));
    }

    private static CheckJson.Summary summary(Snapshot now, Check check) {
        return CheckJson.Summary.of(check, now.check(check.id()).orElseThrow());
    }

    /** All hosts in the order of the site. */
    record HostList(Instant at, List<HostJson> hosts) {}

    /** A host with its checks. */
    record HostDetail(Instant at, HostJson host, List<CheckJson.Summary> checks) {}

    /**
     * A host as the worst of its checks.
     *
     * @param counts how many of its checks are in each state; states without checks are left out
     */
    record HostJson(
            String id,
            String title,
            String address,
            Optional<String> group,
            List<String> parents,
            Set<String> tags,
            State state,
            Instant since,
            Map<State, Integer> counts) {
        static HostJson of(Snapshot now, Host host) {
            Rollup rollup = Optional.ofNullable(now.hosts().get(host.id()))
                    .orElseGet(() -> Rollup.of(now.checksOf(host.id()), now.at()));
            return new HostJson(
                    host.id().value(),
                    host.title(),
                    host.address(),
                    host.group().map(GroupId::value),
                    host.parentIds().stream().map(HostId::value).toList(),
                    new TreeSet<>(host.tags()),
                    rollup.state(),
                    rollup.since(),
                    inOrder(rollup.counts()));
        }

        private static Map<State, Integer> inOrder(Map<State, Integer> counts) {
            Map<State, Integer> ordered = new EnumMap<>(State.class);
            ordered.putAll(counts);
            return ordered;
        }
    }
}
