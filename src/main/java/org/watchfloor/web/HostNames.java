package org.watchfloor.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Under which names the door may be addressed. A web page of a stranger can make its own name point here (DNS rebinding),
 * so a name that is not known is refused; a literal address must be the one the connection came to. Immutable.
 */
final class HostNames {
    private final Set<String> names;

    HostNames(Set<String> configured) {
        this.names =
                configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** @param reached the local address of the connection */
    boolean allows(String authority, InetAddress reached) {
        return host(authority).filter(host -> isKnown(host, reached)).isPresent();
    }

    private boolean isKnown(String host, InetAddress reached) {
        if (host.equals("localhost") || names.contains(host)) {
            return true;
        }
        try {
            InetAddress literal = InetAddress.ofLiteral(host);
            return literal.equals(reached) || (literal.isLoopbackAddress() && reached.isLoopbackAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The host of {@code host:port}, in lower case and without a closing dot. */
    private static Optional<String> host(String authority) {
        try {
            URI uri = new URI("http://" + authority);
            if (uri.getHost() == null || uri.getRawUserInfo() != null || !authority.equals(uri.getRawAuthority())) {
                return Optional.empty();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            return Optional.of(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
