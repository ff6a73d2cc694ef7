package org.watchfloor.notify.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Reached;

/** One conversation with the mail server. Confined to its thread. */
final class MailTalk {
    private static final Logger LOG = LoggerFactory.getLogger(MailTalk.class);

    private final MailChannel channel;
    private final Session session;
    private final Optional<String> password;
    private final Reached reached;

    MailTalk(MailChannel channel, Session session, Optional<String> password, Reached reached) {
        this.channel = channel;
        this.session = session;
        this.password = password;
        this.reached = reached;
    }

    Delivery send(MailWriter writer, Notice notice, Optional<String> thread) throws MessagingException {
        MimeMessage mail = writer.write(notice, thread, session);
        Address[] missing = missing(notice.idempotencyKey());
        if (missing.length == 0) {
            return new Delivery.Accepted(thread.or(() -> Optional.of(id(mail))));
        }
        SMTPTransport transport = (SMTPTransport) session.getTransport(MailSession.PROTOCOL);
        try {
            connect(transport);
            transport.sendMessage(mail, missing);
            return new Delivery.Accepted(thread.or(() -> Optional.of(id(mail))));
        } catch (MessagingException e) {
            remember(e, notice.idempotencyKey());
            return new MailFailure(e, transport.getLastReturnCode()).delivery(channel.host() + ":" + channel.port());
        } finally {
            close(transport);
        }
    }

    private void connect(SMTPTransport transport) throws MessagingException {
        String user = channel.login().map(MailLogin::user).orElse(null);
        transport.connect(channel.host(), channel.port(), user, password.orElse(null));
    }

    /** Those whom no earlier try has reached. */
    private Address[] missing(String key) {
        Set<String> done = reached.by(key);
        List<InternetAddress> missing = Stream.concat(channel.to().stream(), channel.cc().stream())
                .flatMap(written -> Addresses.parse(written).stream())
                .filter(address -> !done.contains(name(address)))
                .distinct()
                .toList();
        return missing.toArray(Address[]::new);
    }

    private void remember(MessagingException e, String key) {
        if (e instanceof SendFailedException failed && failed.getValidSentAddresses() != null) {
            for (Address sent : failed.getValidSentAddresses()) {
                reached.add(key, name(sent));
            }
        }
    }

    private static String name(Address address) {
        return ((InternetAddress) address).getAddress().toLowerCase(Locale.ROOT);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that was just written has an id", e);
        }
    }

    private static void close(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("a mail server was left without a farewell: {}", e.toString());
        }
    }
}
