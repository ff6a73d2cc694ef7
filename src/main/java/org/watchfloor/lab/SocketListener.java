package org.watchfloor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts connections and holds a conversation on each, a thread for every one. Any thread may close it. */
final class SocketListener implements Listener {
    private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);
    private static final int BACKLOG = 128;
    private static final int CONNECTIONS = 500;
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final ServerSocket server = new ServerSocket();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ThreadFactory threads;
    private final Manner manner;
    private final Conversation conversation;
    private final Thread acceptor;

    private SocketListener(ThreadFactory threads, Manner manner, Conversation conversation) throws IOException {
        this.threads = threads;
        this.manner = manner;
        this.conversation = conversation;
        acceptor = threads.newThread(this::accept);
    }

    static SocketListener at(InetSocketAddress address, ThreadFactory threads, Manner manner, Conversation conversation)
            throws IOException {
        SocketListener listener = new SocketListener(threads, manner, conversation);
        try {
            listener.server.bind(address, BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        listener.acceptor.start();
        return listener;
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
            // the port is free again only when the thread that accepts has let go of it
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                admit(server.accept());
            } catch (IOException e) {
                LOG.debug("no connection accepted: {}", e.toString());
                rest();
            }
        }
    }

    /** Spares the processor when the system has no sockets left. */
    private void rest() {
        try {
            boolean ended = closing.await(100, TimeUnit.MILLISECONDS);
            LOG.trace("ended: {}", ended);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Socket socket) throws IOException {
        connections.add(socket);
        // the second look catches a connection that came in while the service closed
        if (server.isClosed() || connections.size() > CONNECTIONS) {
            leave(socket);
            return;
        }
        threads.newThread(() -> converse(socket)).start();
    }

    private void converse(Socket socket) {
        try {
            socket.setSoTimeout((int) IDLE.toMillis());
            socket.setTcpNoDelay(true);
            conversation.hold(new Connection(socket, manner, closing));
            leave(socket);
        } catch (IOException e) {
            LOG.debug("connection ended: {}", e.toString());
            abandon(socket);
        }
    }

    private void leave(Socket socket) throws IOException {
        connections.remove(socket);
        socket.close();
    }

    private void abandon(Socket socket) {
        try {
            leave(socket);
        } catch (IOException e) {
            LOG.debug("connection not closed: {}", e.toString());
        }
    }
}
