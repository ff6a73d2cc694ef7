package org.watchfloor.probe.ladder;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.util.Optional;

/**
 * Where traffic to an address would leave this machine. That is all that a program without special rights can say of a
 * route: no packet is sent, and nothing is known of the routers on the way.
 *
 * @param from the address that this machine would use as its own
 */
record Exit(InetAddress from) {
    private static final int ANY_PORT = 9;

    /** Empty if the operating system knows no route, or does not speak the address's protocol. */
    static Optional<Exit> to(InetAddress address) {
        var family = address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        try (DatagramChannel channel = DatagramChannel.open(family)) {
            channel.connect(new InetSocketAddress(address, ANY_PORT));
            return channel.getLocalAddress() instanceof InetSocketAddress local
                    ? Optional.of(new Exit(local.getAddress()))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }

    /** {@code over eth0 from 10.0.0.2}. */
    @Override
    public String toString() {
        return through() + "from " + Past.written(from);
    }

    private String through() {
        try {
            NetworkInterface through = NetworkInterface.getByInetAddress(from);
            return through == null ? "" : "over " + through.getName() + " ";
        } catch (SocketException _) {
            return "";
        }
    }
}
