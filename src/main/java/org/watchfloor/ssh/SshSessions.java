package org.watchfloor.ssh;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.PoolMeter;

/**
 * Runs commands over SSH. Sessions are kept for each target, at most four, each used by one command at a time; a kept one
 * has to open a channel before it counts as alive, they are opened anew when broken, and closed when idle or old. None is
 * opened before it is needed: the first look at a target opens it, and a login that nobody asked for is one that servers
 * count. Whatever hangs – name lookup, connect, login, command – is cut at the end of its time, and its session is dropped.
 * Host keys are never accepted by themselves. A change of {@code ~/.ssh/config} or of a known_hosts file counts from the
 * next new session on. Any thread.
 */
public final class SshSessions implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Map<SshTarget, Lane> lanes = new ConcurrentHashMap<>();
    private final PoolMeter meter = new PoolMeter();
    private final Dialer dialer;
    private final ThreadFactory threads;
    private final ScheduledExecutorService janitor;
    private volatile PoolLimits limits;

    /** @param threads makes the threads of sessions and commands; virtual ones are meant */
    public SshSessions(SshFiles files, ThreadFactory threads, PoolLimits limits) {
        this.dialer = new Dialer(files, threads);
        this.threads = threads;
        this.limits = limits;
        this.janitor = Executors.newSingleThreadScheduledExecutor(threads);
        long pause = Math.clamp(limits.idle().toNanos() / 5, 1, LONGEST_PAUSE.toNanos());
        var _ = janitor.scheduleWithFixedDelay(this::closeIdle, pause, pause, TimeUnit.NANOSECONDS);
    }

    /**
     * Runs the command and waits for its end.
     *
     * @param timeout the whole budget, name lookup and login included
     * @throws InterruptedException if the caller is being stopped; the session is dropped then
     */
    public SshResult exec(SshTarget target, SshCommand command, Duration timeout) throws InterruptedException {
        return lanes.computeIfAbsent(target, key -> new Lane(key, dialer, threads, meter, () -> limits))
                .run(command, Deadline.in(timeout));
    }

    /**
     * Host and port of each login on the way to a target, in the order of dialling and not looked up, the target last;
     * empty if its jump hosts lead nowhere. Reads {@code ~/.ssh/config}.
     */
    public List<InetSocketAddress> way(SshTarget target) {
        return dialer.way(target);
    }

    /** Keeps sessions to these targets only: those to others are closed, at work ones after their command. */
    public void keepOnly(Set<SshTarget> targets, PoolLimits next) {
        limits = next;
        lanes.keySet().stream().filter(target -> !targets.contains(target)).forEach(this::drop);
        closeIdle();
    }

    private void drop(SshTarget target) {
        Lane lane = lanes.remove(target);
        if (lane != null) {
            lane.shut();
        }
    }

    /** Sessions that are open and wait for work. */
    public int idleSessions() {
        return lanes.values().stream().mapToInt(Lane::idleSessions).sum();
    }

    public PoolFigures figures() {
        return meter.figures(idleSessions());
    }

    private void closeIdle() {
        lanes.values().forEach(Lane::closeIdle);
    }

    /** Drops the idle sessions; those at work end with their command and are not kept. */
    @Override
    public void close() {
        janitor.shutdownNow();
        lanes.values().forEach(Lane::shut);
    }
}
