package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.watchfloor.config.Site;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.probe.Probes;

/** Follows the connections that probes keep. Asked by the engine thread; letting go takes place on threads of its own. */
final class PoolWatch {
    /** Counting walks through all connections. */
    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(1);

    private final Probes probes;
    private volatile Site site = Site.EMPTY;
    private Map<String, PoolFigures> counted = Map.of();
    private Instant nextCount = Instant.MIN;

    PoolWatch(Probes probes) {
        this.probes = probes;
    }

    /** Connections to what is not in it are let go, soon; of two sites in a row the later one counts. */
    void adopt(Site next) {
        site = next;
        Thread.ofVirtual().name("connections").start(this::follow);
    }

    private synchronized void follow() {
        probes.adopt(site);
    }

    /** As they were at most a second ago. */
    Map<String, PoolFigures> figures(Instant now) {
        boolean isDue = !now.isBefore(nextCount) || nextCount.isAfter(now.plus(BETWEEN_COUNTS));
        if (isDue) {
            nextCount = now.plus(BETWEEN_COUNTS);
            counted = probes.pools();
        }
        return counted;
    }
}
