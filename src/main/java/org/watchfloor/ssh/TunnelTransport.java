package org.watchfloor.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A connection through a jump host: a direct-tcpip channel (RFC 4254, 7.2). Confined to the thread that dials. */
final class TunnelTransport implements Proxy {
    private final Session jump;
    private final Deadline deadline;
    private final ByteConduit conduit = new ByteConduit();
    private @Nullable Channel channel;

    TunnelTransport(Session jump, Deadline deadline) {
        this.jump = jump;
        this.deadline = deadline;
    }

    @Override
    public void connect(@Nullable SocketFactory factory, String host, int port, int timeout)
            throws JSchException, ConnectException {
        Channel tunnel = jump.getStreamForwarder(host, port);
        tunnel.setOutputStream(conduit.out());
        channel = tunnel;
        try {
            tunnel.connect(deadline.remainingMillis());
        } catch (JSchException e) {
            if (jump.isConnected()) {
                throw (ConnectException) new ConnectException("the jump host could not connect to it").initCause(e);
            }
            throw e;
        }
    }

    @Override
    public InputStream getInputStream() {
        return conduit.in();
    }

    @Override
    public OutputStream getOutputStream() {
        try {
            return java.util.Objects.requireNonNull(channel).getOutputStream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // JSch reads null as "no socket" and then leaves socket options alone
    public Socket getSocket() {
        return null;
    }

    @Override
    public void close() {
        Channel open = channel;
        if (open != null) {
            open.disconnect();
        }
    }
}
