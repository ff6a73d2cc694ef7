package org.watchfloor.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;

/**
 * Descents that were asked for, first come, first served: a few at once, and fewer for one host, so that they take little
 * room from the looks beside them. Guarded by the lock of {@link CheckLoop}.
 */
final class Ladders {
    static final int AT_ONCE = 8;
    static final int AT_ONCE_PER_HOST = 2;
    static final int WAITING = 200;

    /** A descent may take this part of the places that looks have, where there are few. */
    private static final int SHARE = 8;

    private final List<Climb> waiting = new ArrayList<>();
    private final Set<Climb> underWay = new LinkedHashSet<>();
    private int atOnce = AT_ONCE;
    private int atOncePerHost = AT_ONCE_PER_HOST;

    /** @param all how many checks may run at once, and how many of one host */
    void limit(int all, int perHost) {
        atOnce = Math.clamp(all / SHARE, 1, AT_ONCE);
        atOncePerHost = Math.clamp(perHost / (SHARE / 2), 1, AT_ONCE_PER_HOST);
    }

    void add(Climb climb) {
        waiting.add(climb);
    }

    /** The next one that may take its place in its lane; it is under way until {@link #ended}. */
    Optional<Climb> next() {
        waiting.removeIf(climb -> !climb.isWanted());
        if (underWay.size() >= atOnce) {
            return Optional.empty();
        }
        Optional<Climb> next = waiting.stream()
                .filter(climb -> underWay(climb.host()) < atOncePerHost)
                .findFirst();
        next.ifPresent(climb -> {
            waiting.remove(climb);
            underWay.add(climb);
        });
        return next;
    }

    void ended(Climb climb) {
        underWay.remove(climb);
    }

    void callOff(CheckId check) {
        waiting.removeIf(climb -> climb.check().equals(check));
        underWay.stream().filter(climb -> climb.check().equals(check)).forEach(Climb::callOff);
    }

    /** Those that nobody waits for any more. */
    List<Climb> unwanted() {
        return underWay.stream().filter(climb -> !climb.isWanted()).toList();
    }

    /** Calls all off. */
    void stop() {
        waiting.clear();
        underWay.forEach(Climb::callOff);
    }

    private long underWay(HostId host) {
        return underWay.stream().filter(climb -> climb.host().equals(host)).count();
    }
}
