package org.watchfloor.probe.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP server on loopback that treats every connection as the test says, until it is closed. */
public final class LoopbackPeer implements AutoCloseable {
    private final ServerSocket server;
    private final Treatment treatment;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackPeer(ServerSocket server, Treatment treatment) {
        this.server = server;
        this.treatment = treatment;
    }

    public static LoopbackPeer that(Treatment treatment) throws IOException {
        return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), treatment);
    }

    /** Takes over a server socket, such as one for TLS. */
    public static LoopbackPeer on(ServerSocket server, Treatment treatment) {
        LoopbackPeer peer = new LoopbackPeer(server, treatment);
        Thread.ofVirtual().start(peer::acceptAll);
        return peer;
    }

    /** Says the text at once and closes. */
    public static LoopbackPeer saying(String text) throws IOException {
        return saying(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static LoopbackPeer saying(byte[] bytes) throws IOException {
        return that(socket -> {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        });
    }

    /** Accepts, and then does nothing. */
    public static LoopbackPeer silent() throws IOException {
        return that(socket -> socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream()));
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> treat(socket));
            } catch (IOException _) {
                // closed by the test, or a handshake that the test makes fail
            }
        }
    }

    private void treat(Socket socket) {
        try (socket) {
            treatment.treat(socket);
        } catch (IOException _) {
            // the probe may leave at any time
        } finally {
            open.remove(socket);
        }
    }

    /** What the peer does with a connection. */
    @FunctionalInterface
    public interface Treatment {
        void treat(Socket socket) throws IOException;
    }
}
