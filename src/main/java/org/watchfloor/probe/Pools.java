package org.watchfloor.probe;

import org.watchfloor.model.PoolLimits;

/** How long the connections of checks are kept, by protocol: the {@code pools:} section. */
public record Pools(PoolLimits http, PoolLimits ssh) {
    public static final Pools DEFAULT = new Pools(PoolLimits.DEFAULT, PoolLimits.DEFAULT);
}
