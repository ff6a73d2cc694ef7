package org.watchfloor.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What this machine asks for the bare minimum: GET over a fresh connection with OkHttp, 32 virtual threads, nothing else.
 * Two machines are compared by it; a figure of Watchfloor divided by it says what the engine adds.
 */
final class Yardstick {
    private static final int THREADS = 32;

    private final OkHttpClient client = new OkHttpClient();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean ends = new AtomicBoolean();
    private final WebTarget web;

    Yardstick(WebTarget web) {
        this.web = web;
    }

    /** CPU seconds of this process per 1,000 requests, one value for each window. */
    List<Double> measure(Duration warmUp, Duration window, int windows) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < THREADS; number++) {
            int first = number;
            threads.add(Thread.ofVirtual().start(() -> ask(first)));
        }
        List<Double> cost = new ArrayList<>();
        Thread.sleep(warmUp);
        for (int round = 0; round < windows; round++) {
            long before = answers.get();
            long cpu = cpuNanos();
            Thread.sleep(window);
            cost.add((cpuNanos() - cpu) / 1e6 / (answers.get() - before));
        }
        ends.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        return cost;
    }

    private void ask(int first) {
        for (int host = first; !ends.get(); host += THREADS) {
            Request request = new Request.Builder()
                    .url("http://" + WebTarget.address(host) + ":" + web.port() + "/")
                    .header("Connection", "close")
                    .build();
            try (Response response = client.newCall(request).execute()) {
                response.body().bytes();
                answers.incrementAndGet();
            } catch (IOException e) {
                throw new IllegalStateException("the target does not answer", e);
            }
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
