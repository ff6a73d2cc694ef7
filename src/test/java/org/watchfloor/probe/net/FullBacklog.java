package org.watchfloor.probe.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A listening port on loopback that answers no further connection, as a host behind a silent firewall does. */
public final class FullBacklog implements AutoCloseable {
    private static final int MOST = 300;

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();
    private final boolean full;

    public FullBacklog() throws IOException {
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        this.full = fill();
    }

    /** False if this operating system accepts connections without end. */
    public boolean isFull() {
        return full;
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : waiting) {
            socket.close();
        }
    }

    private boolean fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 300);
            } catch (SocketTimeoutException _) {
                return true;
            }
        }
        return false;
    }
}
