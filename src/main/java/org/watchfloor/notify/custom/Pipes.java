package org.watchfloor.notify.custom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Feeds one command and reads what it complains of, each on a thread of its own. */
final class Pipes {
    private static final int LIMIT = 16 << 10;
    /** How long a child that the command left behind may hold its standard error. */
    private static final long GRACE_MILLIS = 500;

    private final CountDownLatch read = new CountDownLatch(1);
    private volatile String error = "";

    private Pipes() {}

    static Pipes open(Process process, String input, ThreadFactory threads) {
        Pipes pipes = new Pipes();
        threads.newThread(() -> feed(process.getOutputStream(), input)).start();
        threads.newThread(() -> pipes.read(process.getErrorStream())).start();
        return pipes;
    }

    /** The beginning of the standard error. */
    String error() throws InterruptedException {
        boolean _ = read.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        return error;
    }

    private static void feed(OutputStream stream, String input) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // it has ended without reading all; its exit tells the rest
        }
    }

    private void read(InputStream stream) {
        byte[] kept = new byte[LIMIT];
        int size = 0;
        byte[] block = new byte[4096];
        try (stream) {
            for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
                int room = Math.min(count, LIMIT - size);
                System.arraycopy(block, 0, kept, size, room);
                size += room;
                error = new String(Arrays.copyOf(kept, size), StandardCharsets.UTF_8);
            }
        } catch (IOException _) {
            // the process is gone; what came until now counts
        } finally {
            read.countDown();
        }
    }
}
