package org.watchfloor.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import org.watchfloor.model.HostId;

/**
 * The limits that stand before calls to the world: rates before each host and each protocol, places for steps of runbooks
 * and for notices. Where nothing is limited there is no gate. Thread-safe.
 */
public final class CallGates {
    private static final String CHANNELS = "channels";

    private final Executor later;
    private final ConcurrentMap<HostId, RateGate> hosts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, RateGate> protocols = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Places> places = new ConcurrentHashMap<>();
    private volatile CallLimits limits = CallLimits.NONE;

    /** @param later for what waits until calls have ended */
    public CallGates(Executor later) {
        this.later = later;
    }

    /**
     * These limits hold from now on; who waits or is under way keeps what it was given.
     *
     * @param present the hosts that there are
     */
    public synchronized void adopt(CallLimits next, Set<HostId> present) {
        limits = next;
        hosts.keySet().retainAll(next.hosts().isPresent() ? present : Set.of());
        next.hosts().ifPresent(rate -> hosts.values().forEach(gate -> gate.adopt(rate)));
        protocols.keySet().removeIf(key -> next.of(key).rate().isEmpty());
        places.keySet().removeIf(key -> placesOf(next, key).concurrent().isEmpty());
        next.protocols().forEach((key, limit) -> {
            limit.rate()
                    .ifPresent(rate -> protocols
                            .computeIfAbsent(key, name -> new RateGate(name, rate))
                            .adopt(rate));
            adopt(key, key + " steps", limit);
        });
        adopt(CHANNELS, CHANNELS, next.channels());
        if (!places.isEmpty()) {
            later.execute(this::resize);
        }
    }

    private void adopt(String key, String name, CallLimit limit) {
        if (limit.concurrent().isPresent()) {
            places.computeIfAbsent(key, _ -> new Places(name, limit));
        }
    }

    /** Of two changes in a row the later one counts. */
    private void resize() {
        synchronized (places) {
            places.forEach((key, one) -> {
                CallLimit wanted = placesOf(limits, key);
                if (wanted.concurrent().isPresent()) {
                    one.resize(wanted);
                }
            });
        }
    }

    private static CallLimit placesOf(CallLimits limits, String key) {
        return key.equals(CHANNELS) ? limits.channels() : limits.of(key);
    }

    /** Asks for one call to a host, by a protocol; a permission that was granted is used up, whether it begins or not. */
    public Permission ask(HostId host, String protocol) {
        Permission first = ask(Optional.ofNullable(protocols.get(protocol)));
        if (!(first instanceof Permission.Granted one)) {
            return first;
        }
        Permission second = ask(gate(host));
        if (!(second instanceof Permission.Granted other)) {
            return second;
        }
        return one.after().compareTo(other.after()) > 0 ? one : other;
    }

    private static Permission ask(Optional<RateGate> gate) {
        return gate.map(RateGate::ask).orElse(Permission.Granted.NOW);
    }

    private Optional<RateGate> gate(HostId host) {
        return limits.hosts().map(rate -> hosts.computeIfAbsent(host, id -> new RateGate("host " + id, rate)));
    }

    /** A call is made although it has no permission, so that nothing stays unseen. */
    public void force(HostId host, String protocol) {
        Optional.ofNullable(protocols.get(protocol)).ifPresent(RateGate::force);
        gate(host).ifPresent(RateGate::force);
    }

    /** For steps of runbooks; empty if any number may be under way. */
    public Optional<Places> steps(String protocol) {
        return Optional.ofNullable(places.get(protocol));
    }

    /** For notices, of all channels together; empty if any number may be under way. */
    public Optional<Places> channels() {
        return Optional.ofNullable(places.get(CHANNELS));
    }

    /** Of all limits that there are, those of hosts from their first call on. */
    public List<LimitFigures> figures() {
        List<LimitFigures> all = new ArrayList<>();
        new TreeMap<>(protocols).values().forEach(gate -> all.add(gate.figures()));
        new TreeMap<>(places).values().forEach(one -> all.add(one.figures()));
        hosts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(HostId::value)))
                .forEach(entry -> all.add(entry.getValue().figures()));
        return List.copyOf(all);
    }
}
