package org.watchfloor.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where the web door is to listen.
 *
 * @param isGiven a person named the address; if not, a taken port is no reason not to start
 */
record Listen(InetSocketAddress address, boolean isGiven) {
    /**
     * Reads {@code --listen}.
     *
     * @return empty for {@code off}
     */
    static Optional<InetSocketAddress> parse(String text) throws StartFailed {
        if (text.equals("off")) {
            return Optional.empty();
        }
        int colon = text.lastIndexOf(':');
        try {
            String host = text.substring(0, colon).replaceAll("^\\[|\\]$", "");
            int port = Integer.parseInt(text.substring(colon + 1));
            InetAddress address =
                    host.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral(host);
            return Optional.of(new InetSocketAddress(address, port));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new StartFailed("--listen " + text + " is not an address; write 127.0.0.1:7070, [::1]:7070 or off");
        }
    }
}
