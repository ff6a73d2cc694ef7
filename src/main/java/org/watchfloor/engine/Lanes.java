package org.watchfloor.engine;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import org.watchfloor.model.HostId;

/**
 * How many checks may run at once: in all, for each kind of probe, and for each host. Each kind waits in a queue of its
 * own, so that a thousand hanging SSH checks leave HTTP alone; kinds take turns, and so do the hosts of a kind. Guarded
 * by the lock of {@link CheckLoop}, which asks for {@link #next} until nothing comes whenever a place may have become
 * free.
 *
 * <p>Lanes begin narrow and widen: a cold machine that is offered everything at once measures itself.
 */
final class Lanes {
    private static final int USUAL_IN_ALL = 1_000;
    private static final int DEFAULT_LIMIT = 128;
    private static final Map<String, Integer> LIMITS = Map.of("http", 400, "tcp", 400, "ssh", 64, "command", 32);
    private static final int NARROWEST = 4;

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<HostId, Integer> runningByHost = new HashMap<>();
    private int concurrent;
    private int concurrentPerHost;
    private int width = NARROWEST;
    private int running;

    Lanes(int concurrent, int concurrentPerHost) {
        limit(concurrent, concurrentPerHost);
    }

    private static final class Lane {
        final int usualLimit;
        final Map<HostId, Queue<Rider>> waiting = new LinkedHashMap<>();
        int waitingTurns;
        int running;

        Lane(int usualLimit) {
            this.usualLimit = usualLimit;
        }
    }

    /** If that is fewer than usual, each kind gets its share of them, so that none can take all. */
    void limit(int all, int perHost) {
        concurrent = all;
        concurrentPerHost = perHost;
    }

    /** To be called once a second: each lane may be twice as wide as before, up to its limit. */
    void widen() {
        width = Math.min(width * 2, concurrent);
    }

    /** True if the turn may run at once; else it waits and comes out of {@link #next} later. */
    boolean enter(Rider rider) {
        Lane lane = lane(rider);
        if (hasRoom(lane) && hasRoom(rider.host())) {
            begin(lane, rider);
            return true;
        }
        lane.waiting.computeIfAbsent(rider.host(), host -> new ArrayDeque<>()).add(rider);
        lane.waitingTurns++;
        return false;
    }

    void leave(Rider rider) {
        running--;
        lane(rider).running--;
        runningByHost.computeIfPresent(rider.host(), (host, count) -> count == 1 ? null : count - 1);
    }

    /** The next waiting turn that may run now; it has entered. */
    Optional<Rider> next() {
        for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
            Optional<Rider> found = next(entry.getValue());
            if (found.isPresent()) {
                Lane served = entry.getValue();
                lanes.remove(entry.getKey());
                lanes.put(found.get().lane(), served);
                return found;
            }
        }
        return Optional.empty();
    }

    int running() {
        return running;
    }

    Map<String, EngineFigures.Lane> figures() {
        Map<String, EngineFigures.Lane> figures = new TreeMap<>();
        lanes.forEach((key, lane) ->
                figures.put(key, new EngineFigures.Lane(lane.running, lane.waitingTurns, limitOf(lane))));
        return figures;
    }

    private Optional<Rider> next(Lane lane) {
        if (lane.waitingTurns == 0 || !hasRoom(lane)) {
            return Optional.empty();
        }
        for (Iterator<Map.Entry<HostId, Queue<Rider>>> hosts =
                        lane.waiting.entrySet().iterator();
                hosts.hasNext(); ) {
            Map.Entry<HostId, Queue<Rider>> waiting = hosts.next();
            if (hasRoom(waiting.getKey())) {
                Queue<Rider> queue = waiting.getValue();
                Rider rider = queue.remove();
                hosts.remove();
                if (!queue.isEmpty()) {
                    lane.waiting.put(rider.host(), queue);
                }
                lane.waitingTurns--;
                begin(lane, rider);
                return Optional.of(rider);
            }
        }
        return Optional.empty();
    }

    private void begin(Lane lane, Rider rider) {
        running++;
        lane.running++;
        runningByHost.merge(rider.host(), 1, Integer::sum);
    }

    private boolean hasRoom(Lane lane) {
        return running < concurrent && lane.running < Math.min(width, limitOf(lane));
    }

    private boolean hasRoom(HostId host) {
        return runningByHost.getOrDefault(host, 0) < concurrentPerHost;
    }

    private int limitOf(Lane lane) {
        return Math.max(1, lane.usualLimit * Math.min(concurrent, USUAL_IN_ALL) / USUAL_IN_ALL);
    }

    private Lane lane(Rider rider) {
        return lanes.computeIfAbsent(rider.lane(), key -> new Lane(LIMITS.getOrDefault(key, DEFAULT_LIMIT)));
    }
}
