package org.watchfloor.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.watchfloor.gate.CallLimits;
import org.watchfloor.gate.LimitFigures;
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
    private CallLimits own = CallLimits.NONE;
    private int running;

    Lanes(int concurrent, int concurrentPerHost) {
        limit(concurrent, concurrentPerHost);
    }

    private static final class Lane {
        final String key;
        final int usualLimit;
        final Map<HostId, Queue<Rider>> waiting = new LinkedHashMap<>();
        int waitingTurns;
        int running;
        long permitted;
        long waited;
        long rejected;

        Lane(String key) {
            this.key = key;
            this.usualLimit = LIMITS.getOrDefault(key, DEFAULT_LIMIT);
        }
    }

    /** If that is fewer than usual, each kind gets its share of them, so that none can take all. */
    void limit(int all, int perHost) {
        concurrent = all;
        concurrentPerHost = perHost;
    }

    /** What is written for a kind goes before what is usual. */
    void adopt(CallLimits limits) {
        own = limits;
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
        lane.waited++;
        return false;
    }

    /** Why it may not even wait for a place; it is counted as held back. */
    Optional<String> refusal(Rider rider) {
        Lane lane = lane(rider);
        boolean isFull = lane.waitingTurns >= own.of(lane.key).queue().orElse(Integer.MAX_VALUE);
        boolean mayBegin = hasRoom(lane) && hasRoom(rider.host());
        if (!isFull || mayBegin) {
            return Optional.empty();
        }
        lane.rejected++;
        return Optional.of(why(lane));
    }

    /** Takes those out who have waited for a place longer than they would; with the reason of each. */
    Map<Rider, String> giveUp(BiPredicate<Rider, Duration> hasWaited) {
        Map<Rider, String> given = new LinkedHashMap<>();
        for (Lane lane : lanes.values()) {
            own.of(lane.key)
                    .patience()
                    .ifPresent(wait -> lane.waiting.values().removeIf(queue -> {
                        queue.removeIf(rider -> {
                            boolean isOver = hasWaited.test(rider, wait);
                            if (isOver) {
                                lane.waitingTurns--;
                                lane.rejected++;
                                given.put(rider, why(lane));
                            }
                            return isOver;
                        });
                        return queue.isEmpty();
                    }));
        }
        return given;
    }

    private String why(Lane lane) {
        return "held back by the limit of " + lane.key + " checks (" + limitOf(lane) + " at once)";
    }

    /** Of those kinds that have a limit of their own. */
    List<LimitFigures> limits() {
        return lanes.values().stream()
                .filter(lane -> own.of(lane.key).concurrent().isPresent())
                .sorted(Comparator.comparing((Lane lane) -> lane.key))
                .map(lane -> new LimitFigures(
                        LimitFigures.Kind.CONCURRENT,
                        lane.key + " checks",
                        limitOf(lane) + " at once",
                        lane.permitted,
                        lane.waited,
                        lane.rejected,
                        0,
                        lane.waitingTurns,
                        lane.running))
                .toList();
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
        lane.permitted++;
        runningByHost.merge(rider.host(), 1, Integer::sum);
    }

    private boolean hasRoom(Lane lane) {
        return running < concurrent && lane.running < Math.min(width, limitOf(lane));
    }

    private boolean hasRoom(HostId host) {
        return runningByHost.getOrDefault(host, 0) < concurrentPerHost;
    }

    private int limitOf(Lane lane) {
        OptionalInt written = own.of(lane.key).concurrent();
        return written.isPresent()
                ? Math.min(written.getAsInt(), concurrent)
                : Math.max(1, lane.usualLimit * Math.min(concurrent, USUAL_IN_ALL) / USUAL_IN_ALL);
    }

    private Lane lane(Rider rider) {
        return lanes.computeIfAbsent(rider.lane(), Lane::new);
    }
}
