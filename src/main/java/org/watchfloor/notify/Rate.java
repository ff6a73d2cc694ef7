package org.watchfloor.notify;

import java.time.Duration;
import org.watchfloor.config.ConfigNode;

/**
 * How many notices a channel takes before the rest is put together into a digest.
 *
 * @param notices 1 to 10,000; default 20
 * @param per 1 second to 24 hours; default 1 minute
 */
public record Rate(int notices, Duration per) {
    public static final Rate DEFAULT = new Rate(20, Duration.ofMinutes(1));

    static Rate read(ConfigNode node) {
        return new Rate(
                node.key("notices", "most notices in one period, 1 to 10000; 20 by default")
                        .integer(DEFAULT.notices, 1, 10_000),
                node.key("per", "the period, 1s to 24h; 1m by default")
                        .duration(DEFAULT.per, Duration.ofSeconds(1), Duration.ofDays(1)));
    }
}
