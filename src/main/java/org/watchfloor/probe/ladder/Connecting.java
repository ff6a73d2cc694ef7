package org.watchfloor.probe.ladder;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.Interrupts;
import org.watchfloor.probe.net.SocketFailure;
import org.watchfloor.probe.net.Stage;
import org.watchfloor.probe.net.Words;

/** Tries each address of a name in turn until one connects, and remembers what the others did. Used once. */
final class Connecting {
    private final List<String> failures = new ArrayList<>();
    private String connected = "";

    static Connecting to(List<InetAddress> addresses, int port, Deadline deadline) throws InterruptedException {
        Connecting connecting = new Connecting();
        for (int i = 0; i < addresses.size() && !connecting.isConnected(); i++) {
            connecting.attempt(new InetSocketAddress(addresses.get(i), port), deadline, addresses.size() - i);
        }
        return connecting;
    }

    boolean isConnected() {
        return !connected.isEmpty();
    }

    /** {@code connected to 10.0.0.5:80, but connection refused by 10.0.0.4:80}. */
    String words() {
        String failed = failures.stream().distinct().collect(Collectors.joining("; "));
        if (!isConnected()) {
            return failed;
        }
        return "connected to " + connected + (failed.isEmpty() ? "" : ", but " + failed);
    }

    private void attempt(InetSocketAddress peer, Deadline deadline, int shares) throws InterruptedException {
        try (Socket socket = new Socket()) {
            socket.connect(peer, deadline.socketMillis(shares));
            connected = Words.peer(peer);
        } catch (IOException e) {
            Interrupts.rethrow();
            Failure failure = SocketFailure.of(e, Stage.CONNECTING, Words.peer(peer), deadline);
            failures.add(words(failure, Words.peer(peer)));
        }
    }

    private static String words(Failure failure, String peer) {
        return switch (failure.reason()) {
            case REFUSED, CONNECT_TIMEOUT -> failure.message();
            case NO_ROUTE -> peer + " cannot be reached, says the network";
            case INTERNAL -> "this machine cannot open a connection to " + peer;
            default -> "the connection to " + peer + " failed";
        };
    }
}
