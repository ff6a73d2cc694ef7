package org.watchfloor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.failover.FailoverStep;
import org.watchfloor.recovery.failure.Target;

/** Where a service goes when an instance of it has failed. Pure. */
final class Moves {
    private Moves() {}

    /** To the next healthy instance behind the one that failed, in the order of the configuration; empty if there is none. */
    static Optional<Running.Move> next(EngineState state, Target target, FailoverStep failover) {
        Optional<ServiceId> wanted =
                failover.service().or(() -> target.services().stream().findFirst());
        List<CheckId> instances = state.layout().site().services().stream()
                .filter(service -> wanted.filter(service.id()::equals).isPresent())
                .map(Service::instances)
                .findFirst()
                .orElse(List.of());
        int failed = Math.max(instances.indexOf(target.check()), 0);
        return IntStream.range(1, instances.size() + 1)
                .mapToObj(ahead -> instances.get((failed + ahead) % instances.size()))
                .filter(to -> !to.host().equals(target.host()) && isHealthy(state, to))
                .findFirst()
                .map(to -> new Running.Move(target.check(), to, addresses(state, target, to)));
    }

    private static boolean isHealthy(EngineState state, CheckId check) {
        return state.check(check)
                .filter(health -> health.state() == State.UP || health.state() == State.DEGRADED)
                .isPresent();
    }

    private static Map<String, String> addresses(EngineState state, Target target, CheckId to) {
        return Map.of(
                "from",
                target.host().value(),
                "from.address",
                target.address(),
                "to",
                to.host().value(),
                "to.address",
                state.layout().host(to.host()).map(Host::address).orElse(""));
    }
}
