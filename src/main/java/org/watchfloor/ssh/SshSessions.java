package org.watchfloor.ssh;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands over SSH. Sessions are kept for each target, at most four, each used by one command at a time; they are
 * opened anew when broken and closed after five idle minutes. Whatever hangs – name lookup, connect, login, command – is
 * cut at the end of its time, and its session is dropped. Host keys are never accepted by themselves. A change of
 * {@code ~/.ssh/config} or of a known_hosts file counts from the next new session on. Any thread.
 */
public final class SshSessions implements AutoCloseable {
    /** How long a session without work is kept by default. */
    public static final Duration DEFAULT_IDLE = Duration.ofMinutes(5);

    private final Map<SshTarget, Lane> lanes = new ConcurrentHashMap<>();
    private final Dialer dialer;
    private final ThreadFactory threads;
    private final ScheduledExecutorService janitor;

    /** @param threads makes the threads of sessions and commands; virtual ones are meant */
    public SshSessions(SshFiles files, ThreadFactory threads, Duration idle) {
        this.dialer = new Dialer(files, threads);
        this.threads = threads;
        this.janitor = Executors.newSingleThreadScheduledExecutor(threads);
        long pause = Math.max(1, idle.toNanos() / 5);
        var _ = janitor.scheduleWithFixedDelay(() -> closeIdle(idle.toNanos()), pause, pause, TimeUnit.NANOSECONDS);
    }

    /**
     * Runs the command and waits for its end.
     *
     * @param timeout the whole budget, name lookup and login included
     * @throws InterruptedException if the caller is being stopped; the session is dropped then
     */
    public SshResult exec(SshTarget target, SshCommand command, Duration timeout) throws InterruptedException {
        return lanes.computeIfAbsent(target, key -> new Lane(key, dialer, threads))
                .run(command, Deadline.in(timeout));
    }

    /**
     * Host and port of each login on the way to a target, in the order of dialling and not looked up, the target last;
     * empty if its jump hosts lead nowhere. Reads {@code ~/.ssh/config}.
     */
    public List<InetSocketAddress> way(SshTarget target) {
        return dialer.way(target);
    }

    /** Sessions that are open and wait for work. */
    public int idleSessions() {
        return lanes.values().stream().mapToInt(Lane::idleSessions).sum();
    }

    private void closeIdle(long longerThanNanos) {
        lanes.values().forEach(lane -> lane.closeIdle(longerThanNanos));
    }

    /** Drops the idle sessions; those at work end with their command and are not kept. */
    @Override
    public void close() {
        janitor.shutdownNow();
        lanes.values().forEach(Lane::shut);
    }
}
