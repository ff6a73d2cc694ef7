package org.watchfloor.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Free ports on 127.0.0.1, and servers that come up there. */
final class Ports {
    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    static void awaitListener(int port, Servant servant) throws InterruptedException {
        for (int tries = 0; !answers(port); tries++) {
            if (tries == 500) {
                throw new IllegalStateException("nobody listens on port " + port);
            }
            servant.runFor(Duration.ofMillis(20));
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
