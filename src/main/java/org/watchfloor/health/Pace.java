package org.watchfloor.health;

import java.time.Duration;
import java.time.Instant;
import org.watchfloor.config.Check;

/**
 * How often a check is looked at.
 *
 * @param since when that began; before, it may have been less often
 */
public record Pace(Duration every, Instant since) {
    /** As it is written, ever since. */
    public static Pace of(Check check) {
        return new Pace(check.every(), Instant.MIN);
    }
}
