package org.watchfloor.health.observer;

import java.net.InetAddress;
import java.util.Optional;

/** Over which part of the network a target is reached, and so who can vouch for the way to it. */
public enum Realm {
    /** This machine itself: nothing to lose. */
    OWN,
    /** Private addresses (RFC 1918, RFC 4193, link-local): vouched for by the gateway. */
    NEAR,
    /** All else, also names that nothing is known of: vouched for by witnesses outside. */
    FAR;

    /** Of an address or name as configured; a name tells nothing until it is seen where it leads. */
    public static Realm of(String address) {
        if (address.equals("localhost")) {
            return OWN;
        }
        return literal(address).map(Realm::of).orElse(FAR);
    }

    private static Realm of(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return OWN;
        }
        boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || unique ? NEAR : FAR;
    }

    /** Never looks a name up. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
