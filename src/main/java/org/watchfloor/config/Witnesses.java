package org.watchfloor.config;

import java.util.List;
import java.util.Optional;

/**
 * Who can say whether it is the network of this machine that is gone, and not what is watched. This machine's own
 * interfaces always can.
 *
 * @param asksGateway whether the default gateway is asked, by default true
 * @param gateway its address; empty: as the system's routing table says
 * @param outside services outside the own network, at most {@value #MOST_OUTSIDE}, none by default
 */
public record Witnesses(boolean asksGateway, Optional<String> gateway, List<Outside> outside) {
    public static final int MOST_OUTSIDE = 8;
    public static final Witnesses DEFAULT = new Witnesses(true, Optional.empty(), List.of());

    public Witnesses {
        outside = List.copyOf(outside);
    }

    /** Any service that accepts or refuses TCP connections; written {@code 192.0.2.1:443} or {@code [2001:db8::1]:443}. */
    public record Outside(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }
}
