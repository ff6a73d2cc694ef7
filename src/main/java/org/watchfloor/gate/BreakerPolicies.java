package org.watchfloor.gate;

/** How breakers judge, by what they stand before. */
public record BreakerPolicies(BreakerPolicy hosts, BreakerPolicy ssh, BreakerPolicy channels) {
    public static final BreakerPolicies DEFAULT =
            new BreakerPolicies(BreakerPolicy.DEFAULT, BreakerPolicy.DEFAULT, BreakerPolicy.DEFAULT);

    public BreakerPolicy of(GateId gate) {
        return switch (gate.kind()) {
            case HOST -> hosts;
            case SSH -> ssh;
            case CHANNEL -> channels;
        };
    }
}
