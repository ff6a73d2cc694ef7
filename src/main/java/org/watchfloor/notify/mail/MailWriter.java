package org.watchfloor.notify.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.text.Escaping;
import org.watchfloor.notify.text.Excerpt;
import org.watchfloor.notify.text.NoticeText;

/** Writes the mail of a notice: plain text, and the same as simple HTML. Immutable. */
final class MailWriter {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int SUBJECT = 200;
    private static final int BODY = 200_000;

    private final MailChannel channel;
    private final NoticeText text;
    private final MessageIds ids;

    MailWriter(MailChannel channel, NoticeText text) {
        this.channel = channel;
        this.text = text;
        this.ids = new MessageIds(Addresses.domain(channel.from()));
    }

    /** A message whose Message-ID stays when it is saved. */
    private static final class Mail extends MimeMessage {
        private final String id;

        private Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    MimeMessage write(Notice notice, Optional<String> thread, Session session) throws MessagingException {
        MimeMessage mail = new Mail(session, ids.of(notice));
        mail.setFrom(address(channel.from()));
        mail.setRecipients(Message.RecipientType.TO, addresses(channel.to()));
        mail.setRecipients(Message.RecipientType.CC, addresses(channel.cc()));
        mail.setSubject(Excerpt.line(text.title(notice), SUBJECT), UTF_8);
        mail.setSentDate(Date.from(notice.at()));
        join(mail, notice, thread);
        mark(mail, MailPriority.of(notice));
        mail.setContent(content(notice));
        mail.saveChanges();
        return mail;
    }

    private void join(MimeMessage mail, Notice notice, Optional<String> thread) throws MessagingException {
        String root = ids.root(notice);
        mail.setHeader("In-Reply-To", thread.orElse(root));
        mail.setHeader("References", thread.map(first -> root + " " + first).orElse(root));
    }

    private static void mark(MimeMessage mail, MailPriority priority) throws MessagingException {
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Priority", priority.number());
        mail.setHeader("Importance", priority.importance());
    }

    private MimeMultipart content(Notice notice) throws MessagingException {
        String title = text.title(notice);
        String body = text.body(notice, BODY);
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(title + "\n\n" + body + "\n", UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(title, body), UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static String html(String title, String body) {
        return "<!DOCTYPE html><html><body><p><b>" + Escaping.XML.escape(title)
                + "</b></p><pre style=\"white-space: pre-wrap\">" + Escaping.XML.escape(body)
                + "</pre></body></html>\n";
    }

    private static InternetAddress[] addresses(List<String> written) throws MessagingException {
        InternetAddress[] addresses = new InternetAddress[written.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = address(written.get(i));
        }
        return addresses;
    }

    private static InternetAddress address(String written) throws MessagingException {
        return Addresses.parse(written).orElseThrow(() -> new MessagingException("not a mail address: " + written));
    }
}
