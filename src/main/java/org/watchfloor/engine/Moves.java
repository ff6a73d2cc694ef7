package org.watchfloor.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.failover.FailoverStep;
import org.watchfloor.recovery.failure.Target;

/** Where a service goes when an instance of it has failed. Pure. */
final class Moves {
    private Moves() {}

    /**
     * To the instance that the console's calls go to already, if that is a healthy one of another host; else to the next
     * healthy one behind the one that failed, in the order of the configuration. Empty if there is none.
     */
    static Optional<Running.Move> next(EngineState state, Target target, FailoverStep failover) {
        Optional<Service> service = service(state, target, failover);
        List<CheckId> instances = service.map(Service::instances).orElse(List.of());
        int failed = Math.max(instances.indexOf(target.check()), 0);
        Stream<CheckId> inOrder = IntStream.range(1, instances.size() + 1)
                .mapToObj(ahead -> instances.get((failed + ahead) % instances.size()));
        return Stream.concat(service.flatMap(state.actions().instances()::of).stream(), inOrder)
                .filter(to -> !to.host().equals(target.host()) && isHealthy(state, to))
                .findFirst()
                .map(to -> way(state, target, to));
    }

    /** The way that the action has moved the service, if nothing has moved it since. */
    static Optional<Running.Move> back(EngineState state, Action action, FailoverStep failover) {
        return service(state, action.target(), failover)
                .flatMap(state.actions().instances()::move)
                .filter(move -> move.action().equals(action.id()))
                .map(move -> way(state, action.target(), move.to()));
    }

    /** The one that is meant; empty if there is none. */
    static Optional<Service> service(EngineState state, Target target, FailoverStep failover) {
        Optional<ServiceId> wanted =
                failover.service().or(() -> target.services().stream().findFirst());
        return state.layout().site().services().stream()
                .filter(service -> wanted.filter(service.id()::equals).isPresent())
                .findFirst();
    }

    private static Running.Move way(EngineState state, Target target, CheckId to) {
        return new Running.Move(target.check(), to, addresses(state, target, to));
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
