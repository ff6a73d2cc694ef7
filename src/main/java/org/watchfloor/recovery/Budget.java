package org.watchfloor.recovery;

import java.time.Duration;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.Counted;
import org.watchfloor.recovery.step.Lengths;

/**
 * How often a runbook may run on one target.
 *
 * @param attempts within the window, 1 to 100, default 3
 * @param window 1 min to 7 d, default 1 h
 * @param coolDown from the end of one run to the next, 0 s to 24 h, default 10 min
 * @param grace how long nobody is paged for what the run itself causes; after that deadline it counts, 0 s to 1 h,
 *     default 5 min
 */
public record Budget(int attempts, Duration window, Duration coolDown, Duration grace) {
    public static final Budget DEFAULT =
            new Budget(3, Duration.ofHours(1), Duration.ofMinutes(10), Duration.ofMinutes(5));

    static Budget read(ConfigNode node) {
        Duration day = Duration.ofDays(1);
        return new Budget(
                node.key("attempts", "runs on one target within the window, 1 to 100; 3 by default")
                        .integer(DEFAULT.attempts, 1, 100),
                node.key("window", "in which attempts are counted; 1h by default")
                        .duration(DEFAULT.window, Duration.ofMinutes(1), Duration.ofDays(7)),
                node.key("cool-down", "from the end of one run to the next; 10m by default")
                        .duration(DEFAULT.coolDown, Duration.ZERO, day),
                node.key("grace", "how long nobody is paged for what the run itself causes; 5m by default")
                        .duration(DEFAULT.grace, Duration.ZERO, Duration.ofHours(1)));
    }

    /** In plain words. */
    public String text() {
        return Counted.of(attempts, "attempt") + " in " + Lengths.text(window) + ", then cool-down "
                + Lengths.text(coolDown) + ", grace " + Lengths.text(grace);
    }
}
