package org.watchfloor.gate;

import java.util.Map;
import java.util.Optional;

/**
 * How much the world is asked: the {@code limits:} section.
 *
 * @param hosts how many calls to one host may begin in a period, each host by itself; empty: any number
 * @param protocols by the key of the kind of check: {@code http}, {@code tcp}, {@code ssh}, {@code command}
 * @param channels all channels together
 */
public record CallLimits(Optional<CallRate> hosts, Map<String, CallLimit> protocols, CallLimit channels) {
    /** As much as usual. */
    public static final CallLimits NONE = new CallLimits(Optional.empty(), Map.of(), CallLimit.NONE);

    public CallLimits {
        protocols = Map.copyOf(protocols);
    }

    public CallLimit of(String protocol) {
        return protocols.getOrDefault(protocol, CallLimit.NONE);
    }
}
