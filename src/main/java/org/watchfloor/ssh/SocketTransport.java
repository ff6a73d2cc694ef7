package org.watchfloor.ssh;

import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Phase;

/** A TCP connection whose name lookup and connect are measured; confined to the thread that dials. */
final class SocketTransport implements Proxy {
    private final Progress progress;
    private final Deadline deadline;
    private final Lifeline lifeline;
    private Socket socket = new Socket();

    SocketTransport(Progress progress, Deadline deadline, Lifeline lifeline) {
        this.progress = progress;
        this.deadline = deadline;
        this.lifeline = lifeline;
    }

    @Override
    public void connect(@Nullable SocketFactory factory, String host, int port, int timeout) throws IOException {
        progress.begin(Phase.NAME);
        InetAddress[] addresses = InetAddress.getAllByName(host);
        progress.begin(Phase.CONNECT);
        lifeline.tie(this::close);
        IOException failure = new ConnectException("no address");
        for (int i = 0; i < addresses.length && !lifeline.isCut(); i++) {
            try {
                connect(new InetSocketAddress(addresses[i], port), addresses.length - i);
                progress.begin(Phase.AUTH);
                return;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** An address that swallows packets must leave time for the next one. */
    private void connect(InetSocketAddress address, int addressesLeft) throws IOException {
        Socket next = new Socket();
        lifeline.tie(() -> close(next));
        next.connect(address, Math.max(1, deadline.remainingMillis() / addressesLeft));
        next.setTcpNoDelay(true);
        next.setKeepAlive(true);
        socket = next;
    }

    @Override
    public InputStream getInputStream() {
        try {
            return new GreetedStream(socket.getInputStream(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        try {
            return socket.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Socket getSocket() {
        return socket;
    }

    @Override
    public void close() {
        close(socket);
    }

    private static void close(Socket open) {
        try {
            open.close();
        } catch (IOException _) {
            // closed is what it shall be, and it is
        }
    }
}
