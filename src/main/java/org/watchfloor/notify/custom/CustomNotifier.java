package org.watchfloor.notify.custom;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.watchfloor.config.Secret;
import org.watchfloor.model.Notice;
import org.watchfloor.model.ProcessTree;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.text.Excerpt;
import org.watchfloor.notify.text.NoticeJson;

/** Runs the command once for each notice. */
final class CustomNotifier implements Notifier {
    /** {@code EX_TEMPFAIL} of sysexits.h. */
    private static final int TRY_AGAIN = 75;

    private static final int EXCERPT = 300;

    private final CustomChannel channel;
    private final NoticeJson json;
    private final ThreadFactory pipes;

    CustomNotifier(CustomChannel channel, NoticeJson json, ThreadFactory pipes) {
        this.channel = channel;
        this.json = json;
        this.pipes = pipes;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        ProcessTree tree = new ProcessTree();
        try {
            Process process = start(tree, secrets);
            return secrets.hide(watch(process, tree, json.json(notice), timeout));
        } catch (MissingSecret e) {
            return e.refused();
        } catch (IOException e) {
            String why = Excerpt.line(String.valueOf(e.getMessage()), EXCERPT);
            return secrets.hide(new Delivery.Refused(name() + " cannot be started: " + why));
        }
    }

    private Process start(ProcessTree tree, OpenSecrets secrets) throws IOException, MissingSecret {
        Map<String, String> opened = new HashMap<>();
        for (Map.Entry<String, Secret> secret : channel.secrets().entrySet()) {
            opened.put(secret.getKey(), secrets.open(secret.getValue()));
        }
        ProcessBuilder builder = new ProcessBuilder(channel.argv()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        SmallEnvironment.fill(builder.environment());
        builder.environment().putAll(channel.environment());
        builder.environment().putAll(opened);
        tree.mark(builder.environment());
        return builder.start();
    }

    private Delivery watch(Process process, ProcessTree tree, String input, Duration timeout)
            throws InterruptedException {
        Pipes pipe = Pipes.open(process, input, pipes);
        boolean ended = false;
        try {
            ended = process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            if (!ended) {
                tree.kill(process);
            }
        }
        if (!ended) {
            return new Delivery.Retry(
                    name() + " was killed after " + timeout.toMillis() + " ms without an end", Optional.empty());
        }
        return judge(process.exitValue(), pipe.error());
    }

    private Delivery judge(int exit, String error) {
        if (exit == 0) {
            return Delivery.Accepted.PLAIN;
        }
        String said = error.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
        String why = name() + " ended with " + exit + (said.isEmpty() ? "" : ": " + Excerpt.line(said, EXCERPT));
        return exit == TRY_AGAIN ? new Delivery.Retry(why, Optional.empty()) : new Delivery.Refused(why);
    }

    private String name() {
        return channel.argv().getFirst();
    }
}
