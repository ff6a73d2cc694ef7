package org.watchfloor.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.sshd.server.SshServer;

/** A running SSH server. Any thread may close it. */
final class SshListener implements Listener {
    private final SshServer server;
    private final int port;

    private SshListener(SshServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static SshListener start(SshServer server) throws IOException {
        try {
            server.start();
            return new SshListener(server, server.getPort());
        } catch (IOException e) {
            server.stop(true);
            throw e;
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
