package org.watchfloor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that refuses: bound, so that nobody else takes it, but not listening. */
final class ClosedPort implements Listener {
    private final Socket holder = new Socket();

    ClosedPort(InetSocketAddress address) throws IOException {
        holder.setReuseAddress(true);
        holder.bind(address);
    }

    @Override
    public int port() {
        return holder.getLocalPort();
    }

    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
