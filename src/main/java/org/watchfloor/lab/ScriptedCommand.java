package org.watchfloor.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command that only recites its answer after a while; nothing of this machine is run. One thread of its own. */
final class ScriptedCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptedCommand.class);

    private final ThreadFactory threads;
    private final CommandAnswer answer;
    private final Duration duration;
    private final CountDownLatch destroyed = new CountDownLatch(1);
    private @Nullable OutputStream out;
    private @Nullable OutputStream error;
    private @Nullable ExitCallback exit;

    /** @param duration how long it seems to work */
    ScriptedCommand(ThreadFactory threads, CommandAnswer answer, Duration duration) {
        this.threads = threads;
        this.answer = answer;
        this.duration = duration;
    }

    @Override
    public void setInputStream(InputStream in) {
        // reads nothing
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream error) {
        this.error = error;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) {
        threads.newThread(this::recite).start();
    }

    @Override
    public void destroy(ChannelSession channel) {
        destroyed.countDown();
    }

    private void recite() {
        try {
            if (!destroyed.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                write(out, answer.output());
                write(error, answer.error());
                leave();
            }
        } catch (IOException e) {
            LOG.debug("nobody waits for the answer: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        if (exit != null) {
            exit.onExit(answer.exitCode());
        }
    }

    private static void write(@Nullable OutputStream stream, String text) throws IOException {
        if (stream != null) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }
    }
}
