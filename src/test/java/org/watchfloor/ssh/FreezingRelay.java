package org.watchfloor.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;

/** A firewall on loopback: after {@link #forget} the connections of before lead nowhere, without a word. */
@NullMarked
final class FreezingRelay implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    private final AtomicInteger generation = new AtomicInteger();
    private final int target;

    FreezingRelay(int target) throws IOException {
        this.target = target;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void forget() {
        generation.incrementAndGet();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket beyond = new Socket("127.0.0.1", target);
                int born = generation.get();
                Thread.startVirtualThread(() -> pump(client, beyond, born));
                Thread.startVirtualThread(() -> pump(beyond, client, born));
            } catch (IOException _) {
                // closed by the test
            }
        }
    }

    private void pump(Socket from, Socket to, int born) {
        byte[] block = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                if (born == generation.get()) {
                    out.write(block, 0, count);
                }
            }
        } catch (IOException _) {
            // one side has hung up
        }
    }
}
