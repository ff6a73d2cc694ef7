package org.watchfloor.model;

import java.time.Duration;

/**
 * How long connections are kept between calls.
 *
 * @param idle how long without work, 5 s to 1 h, default 5 m
 * @param life how long in all, 10 s to 24 h, default 1 h: then the next one finds a new address or a new key
 */
public record PoolLimits(Duration idle, Duration life) {
    public static final PoolLimits DEFAULT = new PoolLimits(Duration.ofMinutes(5), Duration.ofHours(1));
}
