package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.FullBacklog;
import org.watchfloor.probe.net.Looks;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.net.NameLookup;

/** Reaching the peer, or not. */
class TcpConnectTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    @Test
    void tellsAnUnknownName() {
        assertDown(
                TcpLooks.look("{host: nowhere.invalid, port: 80}", Duration.ofSeconds(5)),
                Reason.NAME_NOT_FOUND,
                "name \"nowhere.invalid\" not found: ");
    }

    @Test
    void tellsARefusedConnection() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertDown(
                TcpLooks.look("{host: 127.0.0.1, port: " + port + "}"),
                Reason.REFUSED,
                "connection refused by 127.0.0.1:" + port);
    }

    @Test
    void speaksIpv6() throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            assumeTrue(binds(server, "::1"), "this machine has no IPv6");
            try (LoopbackPeer peer = LoopbackPeer.on(server, _ -> {})) {
                Observation seen = TcpLooks.look("{host: '::1', port: " + peer.port() + "}");

                assertUp(seen);
                assertThat(fact(seen, "remote address")).isEqualTo("[::1]:" + peer.port());
            }
        }
    }

    @Test
    void tellsAnUnreachableNetwork() {
        Observation seen = TcpLooks.look("{host: 255.255.255.255, port: 80}", Duration.ofSeconds(3));

        assumeTrue(Looks.reason(seen) != Reason.CONNECT_TIMEOUT, "this machine drops packets to unreachable networks");
        assertDown(seen, Reason.NO_ROUTE, "no route to 255.255.255.255:80 (");
    }

    @Test
    void tellsAConnectionThatIsNotAnsweredInTime() throws IOException {
        try (FullBacklog deaf = new FullBacklog()) {
            assumeTrue(deaf.isFull(), "this machine never lets a backlog fill up");

            assertDown(
                    TcpLooks.look("{host: 127.0.0.1, port: " + deaf.port() + "}", SHORT),
                    Reason.CONNECT_TIMEOUT,
                    "no connection to 127.0.0.1:" + deaf.port() + " within 700 ms");
        }
    }

    @Test
    void reachesTheLivingAddressOfANameWhenTheFirstIsDead() throws IOException {
        try (FullBacklog deaf = new FullBacklog();
                ServerSocket second = new ServerSocket()) {
            assumeTrue(deaf.isFull(), "this machine never lets a backlog fill up");
            second.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), deaf.port()));
            NameLookup names = new NameLookup(
                    _ -> List.of(InetAddress.getLoopbackAddress(), InetAddress.ofLiteral("127.0.0.2")), Runnable::run);
            TcpCheck check = new TcpCheck(
                    "two.example",
                    deaf.port(),
                    java.util.Optional.empty(),
                    StartTls.NONE,
                    java.util.Optional.empty(),
                    List.of(),
                    1024);
            Probe probe = new TcpProbeType(java.time.InstantSource.system(), names).open(check);

            Observation seen = Looks.run(probe, Duration.ofSeconds(2));

            assertUp(seen);
            assertThat(fact(seen, "remote address")).isEqualTo("127.0.0.2:" + deaf.port());
        }
    }

    private static boolean binds(ServerSocket server, String address) {
        try {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
