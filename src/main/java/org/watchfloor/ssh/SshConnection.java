package org.watchfloor.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.PoolLimits;
import org.watchfloor.model.Reason;

/** One session that is logged in. Used by one thread at a time: its owner takes it out of its lane. */
final class SshConnection {
    /** Signals that RFC 4254, 6.10 names, with the numbers that shells add to 128. */
    private static final Map<String, Integer> SIGNALS = Map.ofEntries(
            Map.entry("HUP", 1),
            Map.entry("INT", 2),
            Map.entry("QUIT", 3),
            Map.entry("ILL", 4),
            Map.entry("ABRT", 6),
            Map.entry("FPE", 8),
            Map.entry("KILL", 9),
            Map.entry("USR1", 10),
            Map.entry("SEGV", 11),
            Map.entry("USR2", 12),
            Map.entry("PIPE", 13),
            Map.entry("ALRM", 14),
            Map.entry("TERM", 15));

    private static final int OTHER_SIGNAL = 255;

    private final Session session;
    private final Lifeline lifeline;
    private final long openedAt = System.nanoTime();
    private volatile long usedAt = openedAt;

    SshConnection(Session session, Lifeline lifeline) {
        this.session = session;
        this.lifeline = lifeline;
    }

    boolean isUsable() {
        return session.isConnected() && !lifeline.isCut();
    }

    Lifeline lifeline() {
        return lifeline;
    }

    private long idleNanos() {
        return System.nanoTime() - usedAt;
    }

    /** True if it is to be kept no longer. */
    boolean isOver(PoolLimits limits) {
        return !isUsable()
                || idleNanos() >= limits.idle().toNanos()
                || System.nanoTime() - openedAt >= limits.life().toNanos();
    }

    /** From any thread. */
    void close() {
        lifeline.cut();
    }

    /**
     * Runs the command to its end, or until the connection is closed.
     *
     * @throws ChannelRefused if the command has certainly not begun
     */
    SshResult exec(SshCommand command, Progress progress, Runnable whenOpen)
            throws ChannelRefused, InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        BoundedOutput stdout = new BoundedOutput(command, () -> {});
        // JSch closes this stream, and only this one, when the channel is closed: after the exit status
        BoundedOutput stderr = new BoundedOutput(command, closed::countDown);
        ChannelExec channel = open(command, stdout, stderr);
        whenOpen.run();
        feed(channel, command.stdin());
        awaitEnd(channel, closed);
        progress.end();
        usedAt = System.nanoTime();
        int exit = channel.getExitStatus();
        Optional<String> signal = signal(channel.getExitSignal());
        if (exit < 0 && signal.isEmpty()) {
            return new SshResult.Failed(
                    Reason.CUT_OFF, "the connection ended before the command did", progress.timings());
        }
        int code = signal.map(name -> 128 + SIGNALS.getOrDefault(name, OTHER_SIGNAL - 128))
                .orElse(exit);
        return new SshResult.Exited(
                code, signal, stdout.output(), stderr.output(), progress.timings(), SshPeer.of(session));
    }

    private ChannelExec open(SshCommand command, OutputStream stdout, OutputStream stderr) throws ChannelRefused {
        try {
            ChannelExec channel = (ChannelExec) session.openChannel("exec");
            channel.setCommand(command.line().getBytes(StandardCharsets.UTF_8));
            channel.setOutputStream(stdout);
            channel.setErrStream(stderr);
            channel.connect(); // with a time of its own it would not notice that the session ends
            return channel;
        } catch (JSchException e) {
            throw new ChannelRefused(e);
        }
    }

    /** Also closes the input of the command, so that one that reads does not wait for ever. */
    private static void feed(ChannelExec channel, String text) {
        try (OutputStream stdin = channel.getOutputStream()) {
            stdin.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // a command may end without reading; how it ended is seen at its exit
        }
    }

    /** The one who gives the run up interrupts this thread first, so that the server may still be asked to end it too. */
    private static void awaitEnd(ChannelExec channel, CountDownLatch closed) throws InterruptedException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            kill(channel);
            throw e;
        }
    }

    /** A signal of RFC 4254, 6.9; OpenSSH hands it to the process group of the command. */
    private static void kill(ChannelExec channel) {
        try {
            channel.sendSignal("KILL");
        } catch (Exception _) {
            // the session is broken, so there is nobody to ask
        }
    }

    private static Optional<String> signal(@Nullable String name) {
        return Optional.ofNullable(name)
                .map(text -> text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""))
                .filter(text -> !text.isEmpty());
    }

    /** The server opened no channel: the session is broken or has too many. */
    static final class ChannelRefused extends Exception {
        ChannelRefused(JSchException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
