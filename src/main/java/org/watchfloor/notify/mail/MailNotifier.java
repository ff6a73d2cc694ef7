package org.watchfloor.notify.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.Reached;

/**
 * Sends mails. A conversation has a thread of its own that is interrupted at the timeout, so that nothing a server or a
 * name lookup does can take longer.
 */
final class MailNotifier implements Notifier {
    private final MailChannel channel;
    private final MailWriter writer;
    private final SSLSocketFactory sockets;
    private final ThreadFactory threads;
    private final Reached reached = new Reached();

    MailNotifier(MailChannel channel, MailWriter writer, SSLSocketFactory sockets, ThreadFactory threads) {
        this.channel = channel;
        this.writer = writer;
        this.sockets = sockets;
        this.threads = threads;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            Optional<String> password = channel.login().isPresent()
                    ? Optional.of(secrets.open(channel.login().get().password()))
                    : Optional.empty();
            MailTalk talk = new MailTalk(channel, MailSession.of(channel, sockets, timeout), password, reached);
            return secrets.hide(within(timeout, () -> talk.send(writer, notice, thread)));
        } catch (MissingSecret e) {
            return e.refused();
        }
    }

    private Delivery within(Duration timeout, Callable<Delivery> work) throws InterruptedException {
        FutureTask<Delivery> task = new FutureTask<>(work);
        threads.newThread(task).start();
        try {
            return task.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            String why = "no answer from " + channel.host() + ":" + channel.port() + " within " + timeout.toMillis();
            return new Delivery.Retry(why + " ms", Optional.empty());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a mail broke off", e.getCause());
        } finally {
            task.cancel(true);
        }
    }
}
