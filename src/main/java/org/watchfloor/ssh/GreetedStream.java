package org.watchfloor.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets the progress hear how a peer greets, which tells an SSH server from any other. */
final class GreetedStream extends FilterInputStream {
    private final Progress progress;

    GreetedStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            progress.heard(bytes, offset, count);
        }
        return count;
    }
}
