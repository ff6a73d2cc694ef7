package org.watchfloor.gate;

import java.time.Duration;

/** How breakers judge, by what they stand before. */
public record BreakerPolicies(
        BreakerPolicy hosts,
        BreakerPolicy ssh,
        BreakerPolicy dependencies,
        BreakerPolicy actions,
        BreakerPolicy channels) {
    /** For what is done to a host: what has not helped five times in a row is not tried again for a while. */
    public static final BreakerPolicy ACTIONS = new BreakerPolicy(
            new Trip.Consecutive(5, 1), Duration.ofHours(1), new Reset(Duration.ofMinutes(15), 2, Duration.ofHours(4)));

    public static final BreakerPolicies DEFAULT = new BreakerPolicies(
            BreakerPolicy.DEFAULT, BreakerPolicy.DEFAULT, BreakerPolicy.DEFAULT, ACTIONS, BreakerPolicy.DEFAULT);

    public BreakerPolicy of(GateId gate) {
        return switch (gate.kind()) {
            case HOST -> hosts;
            case SSH -> ssh;
            case DEPENDENCY -> dependencies;
            case ACTION -> actions;
            case CHANNEL -> channels;
        };
    }
}
