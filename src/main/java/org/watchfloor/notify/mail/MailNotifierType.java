package org.watchfloor.notify.mail;

import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.text.NoticeText;

/**
 * Reads the {@code mail:} section. Mails of one episode are a thread: each names the episode's root and, where it is
 * known, the first mail (RFC 5322, 3.6.4). Every try of a notice has the same Message-ID. They are marked as generated
 * (RFC 3834), so that nobody's holiday answers. Replies 4xx of the server may pass, 5xx do not (RFC 5321, 4.2.1).
 */
public final class MailNotifierType implements NotifierType<MailChannel> {
    private static final Logger LOG = LoggerFactory.getLogger(MailNotifierType.class);

    private final NoticeText text;
    private final SSLSocketFactory sockets;
    private final ThreadFactory threads;

    /**
     * A kind of channel whose notifiers share nothing.
     *
     * @param sockets by which the server's certificate is judged; host names are checked in any case
     * @param threads makes the thread of each conversation; must be virtual threads, which an interrupt frees from a
     *     socket
     */
    public MailNotifierType(NoticeText text, SSLSocketFactory sockets, ThreadFactory threads) {
        this.text = text;
        this.sockets = sockets;
        this.threads = threads;
    }

    @Override
    public String key() {
        return "mail";
    }

    @Override
    public Class<MailChannel> specType() {
        return MailChannel.class;
    }

    @Override
    public MailChannel read(ConfigNode node) {
        return new MailReader(node).read();
    }

    @Override
    public Notifier open(MailChannel spec) {
        if (spec.security() == MailSecurity.NONE && !Loopback.names(spec.host())) {
            LOG.warn(
                    "mail by {}:{} travels in the clear; use security: starttls if the server can",
                    spec.host(),
                    spec.port());
        }
        return new MailNotifier(spec, new MailWriter(spec, text), sockets, threads);
    }
}
