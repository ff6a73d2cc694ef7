package org.watchfloor.recovery.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.model.ProcessTree;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.output.Capture;

/**
 * Runs a process on this machine to its end. When its time is up or the caller is interrupted, it and all that it has
 * started are killed. What it leaves behind when it ends by itself goes on, such as a server that it has started, but is
 * no longer listened to. Thread safe.
 */
public final class LocalProcess {
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error[=:] ?\\d+,? \\(?([^)]+)");

    /** How long what is left behind may hold the output. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ThreadFactory readers;

    /**
     * @param readers makes the thread that reads the output of each process; platform threads are meant, because reading
     *     a pipe blocks the carrier of a virtual one
     */
    public LocalProcess(ThreadFactory readers) {
        this.readers = readers;
    }

    /** It has succeeded with exit code 0. */
    public StepEnd run(Launch launch, Duration timeout, Capture capture) throws InterruptedException {
        var obstacle = launch.obstacle();
        if (obstacle.isPresent()) {
            return capture.failed("not started: " + obstacle.get());
        }
        ProcessTree tree = new ProcessTree();
        try {
            return watch(launch.start(tree), tree, timeout, capture);
        } catch (IOException e) {
            return capture.failed("not started: " + launch.program() + ": " + reason(e));
        }
    }

    private StepEnd watch(Process process, ProcessTree tree, Duration timeout, Capture capture)
            throws InterruptedException {
        Thread reader = readers.newThread(() -> drain(process.getInputStream(), capture));
        boolean ended = false;
        try {
            reader.start();
            closeInput(process);
            ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!ended) {
                tree.kill(process);
            }
        }
        boolean _ = reader.join(GRACE);
        return ended ? end(process.exitValue(), capture) : capture.late(timeout);
    }

    private static StepEnd end(int exit, Capture capture) {
        String message = "exit code " + exit;
        return exit == 0 ? capture.succeeded(message) : capture.failed(message);
    }

    private static void drain(InputStream stream, Capture capture) {
        try (stream) {
            stream.transferTo(capture);
        } catch (IOException _) {
            // the process is gone; what came until now counts
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // it has ended already, and its input with it
        }
    }

    /** What the operating system says, without the number before it and the program, which is named already. */
    private static String reason(IOException e) {
        Matcher said = SYSTEM_ERROR.matcher(String.valueOf(e.getMessage()));
        return said.find() ? said.group(1) : "it is no program";
    }
}
