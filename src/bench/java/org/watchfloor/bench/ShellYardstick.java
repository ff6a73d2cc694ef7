package org.watchfloor.bench;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** What this machine asks for a command over a kept session: JSch alone, four sessions, each on its own thread. */
final class ShellYardstick {
    private static final int SESSIONS = 4;

    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean ends = new AtomicBoolean();
    private final ShellTarget shell;

    ShellYardstick(ShellTarget shell) {
        this.shell = shell;
    }

    /** How many commands a second were held, and CPU seconds of this process per 1,000 of them. */
    record Cost(double perSecond, double cpuPerThousand) {}

    Cost measure(Duration warmUp, Duration window) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < SESSIONS; number++) {
            threads.add(Thread.ofVirtual().start(this::ask));
        }
        Thread.sleep(warmUp);
        long before = answers.get();
        long cpu = cpuNanos();
        Thread.sleep(window);
        long done = answers.get() - before;
        Cost cost = new Cost(done / (window.toMillis() / 1e3), (cpuNanos() - cpu) / 1e6 / done);
        ends.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return cost;
    }

    private void ask() {
        try {
            JSch jsch = new JSch();
            jsch.addIdentity(shell.key().toString());
            jsch.setKnownHosts(shell.knownHosts().toString());
            Session session = jsch.getSession(System.getProperty("user.name"), "127.0.0.1", shell.port());
            session.connect(10_000);
            while (!ends.get()) {
                run(session);
                answers.incrementAndGet();
            }
            session.disconnect();
        } catch (JSchException | IOException e) {
            throw new IllegalStateException("the target does not answer", e);
        }
    }

    private static void run(Session session) throws JSchException, IOException {
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        channel.setCommand("true");
        channel.setInputStream(null);
        try (var output = channel.getInputStream()) {
            channel.connect(10_000);
            output.readAllBytes();
        } finally {
            channel.disconnect();
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
