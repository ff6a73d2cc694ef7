package org.watchfloor.probe.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * Connects to the first address that answers, one after the other. Each address gets an equal share of the time that is
 * left, so a dead one cannot use up the whole budget.
 */
public final class Dial {
    private final Deadline deadline;

    public Dial(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * @param addresses at least one
     * @throws DialFailure if none answers; it carries the most telling failure
     */
    public Socket connect(List<InetAddress> addresses, int port) throws DialFailure, InterruptedException {
        List<Failure> failures = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            InetSocketAddress peer = new InetSocketAddress(addresses.get(i), port);
            Socket socket = new Socket();
            try {
                socket.connect(peer, deadline.socketMillis(addresses.size() - i));
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                closeQuietly(socket);
                Interrupts.rethrow();
                failures.add(SocketFailure.of(e, Stage.CONNECTING, Words.peer(peer), deadline));
            }
        }
        throw new DialFailure(Failure.mostTelling(failures));
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // a socket that never connected has nothing to lose
        }
    }
}
