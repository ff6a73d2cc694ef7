package org.watchfloor.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Host;
import org.watchfloor.config.Service;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.action.ServiceMove;

/**
 * To which instance of each service the console's own calls go: to the first one, until an action moves it. Immutable.
 *
 * @param moves the newest one of each service
 * @param last the highest number given so far, 0 if none
 */
public record Instances(Map<ServiceId, ServiceMove> moves, long last) {
    static final Instances FIRST = new Instances(Map.of(), 0);

    public Instances {
        moves = Map.copyOf(moves);
    }

    /** @param moves in the order of their numbers */
    static Instances restored(List<ServiceMove> moves) {
        Instances restored = FIRST;
        for (ServiceMove move : moves) {
            restored = restored.with(move);
        }
        return restored;
    }

    Instances with(ServiceMove move) {
        Map<ServiceId, ServiceMove> next = new HashMap<>(moves);
        next.put(move.service(), move);
        return new Instances(next, Math.max(last, move.id()));
    }

    /** The move that is in force: its instance is still one of the service. */
    public Optional<ServiceMove> move(Service service) {
        return Optional.ofNullable(moves.get(service.id()))
                .filter(move -> service.instances().contains(move.to()));
    }

    /** Empty if the service has none. */
    public Optional<CheckId> of(Service service) {
        return move(service)
                .map(ServiceMove::to)
                .or(() -> service.instances().stream().findFirst());
    }

    /** What steps know of the service that the target carries first: {@code instance} and {@code instance.address}. */
    static Map<String, String> texts(EngineState state, List<ServiceId> services) {
        return state.layout().site().services().stream()
                .filter(service -> services.stream()
                        .findFirst()
                        .filter(service.id()::equals)
                        .isPresent())
                .flatMap(service -> state.actions().instances().of(service).stream())
                .flatMap(check -> state.layout().host(check.host()).stream())
                .findFirst()
                .map(Instances::texts)
                .orElse(Map.of());
    }

    private static Map<String, String> texts(Host host) {
        return Map.of("instance", host.id().value(), "instance.address", host.address());
    }
}
