package org.watchfloor.probe.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Drains one stream of a command on a thread of its own, keeps its beginning. */
final class OutputReader {
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CountDownLatch finished = new CountDownLatch(1);
    private boolean cut;

    private OutputReader(int limit) {
        this.limit = limit;
    }

    static OutputReader start(InputStream stream, int limit, ThreadFactory threads) {
        OutputReader reader = new OutputReader(limit);
        threads.newThread(() -> reader.drain(stream)).start();
        return reader;
    }

    private void drain(InputStream stream) {
        byte[] block = new byte[8192];
        try (stream) {
            for (int count = stream.read(block); count >= 0; count = stream.read(block)) {
                keep(block, count);
            }
        } catch (IOException _) {
            // the process is gone; what came until now counts
        } finally {
            finished.countDown();
        }
    }

    private synchronized void keep(byte[] block, int count) {
        int room = Math.min(count, limit - kept.size());
        kept.write(block, 0, room);
        cut |= room < count;
    }

    boolean awaitEnd(long nanos) throws InterruptedException {
        return finished.await(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    synchronized boolean isCut() {
        return cut;
    }
}
