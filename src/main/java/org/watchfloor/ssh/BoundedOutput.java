package org.watchfloor.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the first bytes and drops the rest, so that a chatty command neither blocks nor fills the memory. */
final class BoundedOutput extends OutputStream {
    private final SshCommand command;
    private final Runnable whenClosed;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean cut;

    BoundedOutput(SshCommand command, Runnable whenClosed) {
        this.command = command;
        this.whenClosed = whenClosed;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        command.listener().heard(bytes, offset, length);
        int room = Math.min(length, command.outputLimit() - kept.size());
        kept.write(bytes, offset, room);
        cut |= room < length;
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    synchronized SshOutput output() {
        return new SshOutput(kept.toString(StandardCharsets.UTF_8), cut);
    }
}
