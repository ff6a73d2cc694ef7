package org.watchfloor.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * A bounded pipe between the reader of a jump session and the session that runs through it. The JDK's pipe will not do:
 * it declares the end dead when the thread that read last has ended, and a session changes its thread after login.
 */
final class ByteConduit {
    private static final int CAPACITY = 256 * 1024;

    private final Queue<byte[]> chunks = new ArrayDeque<>();
    private int size;
    private int taken;
    private boolean closed;

    InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return length == 0 ? 0 : take(bytes, offset, length);
            }

            @Override
            public int available() {
                return held();
            }

            @Override
            public void close() {
                shut();
            }
        };
    }

    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                put(Arrays.copyOfRange(bytes, offset, offset + length));
            }

            @Override
            public void close() {
                shut();
            }
        };
    }

    private synchronized int take(byte[] bytes, int offset, int length) throws IOException {
        pauseWhile(() -> chunks.isEmpty() && !closed);
        byte[] head = chunks.peek();
        if (head == null) {
            return -1;
        }
        int count = Math.min(length, head.length - taken);
        System.arraycopy(head, taken, bytes, offset, count);
        taken += count;
        size -= count;
        if (taken == head.length) {
            chunks.remove();
            taken = 0;
        }
        notifyAll();
        return count;
    }

    private synchronized void put(byte[] chunk) throws IOException {
        pauseWhile(() -> size >= CAPACITY && !closed);
        if (closed) {
            throw new IOException("the tunnel is closed");
        }
        if (chunk.length > 0) {
            chunks.add(chunk);
            size += chunk.length;
            notifyAll();
        }
    }

    private synchronized void shut() {
        closed = true;
        notifyAll();
    }

    private synchronized int held() {
        return size;
    }

    private synchronized void pauseWhile(BooleanSupplier reason) throws IOException {
        try {
            while (reason.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
