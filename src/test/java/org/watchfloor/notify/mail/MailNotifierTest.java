package org.watchfloor.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.TestChannels.AMPLE;
import static org.watchfloor.notify.TestChannels.assertProblem;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.send;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.TestChannels;

/** What a real mail server receives. */
class MailNotifierTest {
    private static final MailNotifierType TYPE =
            new MailNotifierType(Notices.TEXT, (SSLSocketFactory) SSLSocketFactory.getDefault(), TestChannels.THREADS);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    Path files;

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void writesPlainTextAndHtml() throws Exception {
        Notice odd = Notices.of(Notice.Kind.FIRING, Notices.item("<b>Übel</b> & mehr"));

        Delivery delivery = send(notifier(), odd);

        assertThat(delivery).isInstanceOf(Delivery.Accepted.class);
        MimeMessage mail = received(0);
        assertThat(mail.getSubject()).isEqualTo("[P1] <b>Übel</b> & mehr");
        assertThat(mail.getFrom()[0]).hasToString("Watchfloor <watchfloor@example.org>");
        assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("ops@example.org");
        assertThat(mail.getRecipients(Message.RecipientType.CC)[0]).hasToString("boss@example.org");
        assertThat(mail.getSentDate()).isEqualTo(Notices.START.plusSeconds(30));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(text(parts.getBodyPart(0))).contains("[P1] <b>Übel</b> & mehr", "the shop is closed");
        assertThat(text(parts.getBodyPart(1)))
                .contains("&lt;b&gt;Übel&lt;/b&gt; &amp; mehr")
                .doesNotContain("<b>Übel");
    }

    @Test
    void sendsToEachRecipientOnce() throws Exception {
        send(notifier(), Notices.firing());

        assertThat(server.getReceivedMessages()).hasSize(2); // one for each mailbox
    }

    @Test
    void isKnownAsGeneratedAndImportant() throws Exception {
        send(notifier(), Notices.firing());
        Notice.Item low = Notices.item("a", Severity.LOW, Optional.empty(), Optional.empty());
        send(notifier(), Notices.of(Notice.Kind.FIRING, low));
        send(notifier(), Notices.resolved());

        assertThat(header(0, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(0, "X-Priority")).isEqualTo("1");
        assertThat(header(0, "Importance")).isEqualTo("high");
        assertThat(header(1, "X-Priority")).isEqualTo("4");
        assertThat(header(2, "Importance")).isEqualTo("normal");
    }

    @Test
    void hasTheSameIdForEachTry() throws Exception {
        send(notifier(), Notices.firing());
        send(notifier(), Notices.firing());

        assertThat(header(0, "Message-ID")).isEqualTo("<watchfloor-e-17-7@example.org>");
        assertThat(header(1, "Message-ID")).isEqualTo(header(0, "Message-ID"));
    }

    @Test
    void threadsByEpisodeWithAndWithoutMemory() throws Exception {
        Delivery first = send(notifier(), Notices.firing());
        Optional<String> thread = ((Delivery.Accepted) first).reference();
        notifier().send(Notices.with(Notices.resolved(), 8, 0, ""), thread, AMPLE);
        notifier().send(Notices.with(Notices.resolved(), 9, 0, ""), Optional.empty(), AMPLE);

        String root = "<watchfloor-e-17@example.org>";
        assertThat(thread).contains("<watchfloor-e-17-7@example.org>");
        assertThat(header(0, "References")).isEqualTo(root);
        assertThat(header(1, "References").split("\\s+")).containsExactly(root, thread.orElseThrow());
        assertThat(header(1, "In-Reply-To")).isEqualTo(thread.orElseThrow());
        assertThat(header(2, "References")).isEqualTo(root);
        assertThat(header(2, "In-Reply-To")).isEqualTo(root);
    }

    @Test
    void letsNothingInjectHeaders() throws Exception {
        Notice odd = Notices.of(Notice.Kind.FIRING, Notices.item("a\r\nBcc: spy@example.org\r\n\r\nbody"));
        Notice episode = new Notice(
                odd.id(), odd.channel(), odd.kind(), odd.at(), odd.group(), "e>\r\nBcc: x", odd.alerts(), 0, "");

        send(notifier(), episode);

        MimeMessage mail = received(0);
        assertThat(Collections.list(mail.getAllHeaderLines()))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("bcc"));
        assertThat(mail.getSubject()).isEqualTo("[P1] a  Bcc: spy@example.org    body");
        assertThat(header(0, "Message-ID")).isEqualTo("<watchfloor-e=3e=d=aBcc=3a=20x-7@example.org>");
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void logsIn() throws Exception {
        server.setUser("ops", "hunter2");
        Path right = Files.writeString(files.resolve("right"), "hunter2");
        Path wrong = Files.writeString(files.resolve("wrong"), "hunter3");
        server.getUserManager().setAuthRequired(true);

        assertThat(send(open(TYPE, section() + auth(right)), Notices.firing())).isInstanceOf(Delivery.Accepted.class);
        assertThat(refused(send(open(TYPE, section() + auth(wrong)), Notices.firing()))
                        .why())
                .contains("user or password")
                .doesNotContain("hunter3");
    }

    @Test
    void tellsMistakes() {
        String end = ", from: a@example.org, to: b@example.org}";
        assertProblem(TYPE, "{from: a@example.org, to: b@example.org}", "\"host\" is missing");
        assertProblem(TYPE, "{host: h, from: a@example.org}", "nobody to write to");
        assertProblem(TYPE, "{host: h, from: a@example.org, to: ops}", "\"ops\" is not a mail address");
        assertProblem(TYPE, "{host: h, from: \"a@b.c\\r\\nBcc: x@y.z\", to: b@b.c}", "is not a mail address");
        assertProblem(TYPE, "{host: h, security: ssl" + end, "ssl");
        assertProblem(TYPE, "{host: h, security: none, auth: {user: u, password: '${P}'}" + end, "travel in the clear");
        assertProblem(TYPE, "{host: h, auth: {user: u, password: p}" + end, "holds a secret itself");
        assertThat(TestChannels.read(TYPE, "{host: h" + end).port()).isEqualTo(587);
        assertThat(TestChannels.read(TYPE, "{host: h, security: tls" + end).port())
                .isEqualTo(465);
    }

    private Notifier notifier() {
        return open(TYPE, section());
    }

    private String section() {
        return "host: 127.0.0.1\nport: " + server.getSmtp().getPort()
                + "\nsecurity: none\nfrom: Watchfloor <watchfloor@example.org>\nto: ops@example.org\n"
                + "cc: [boss@example.org]\n";
    }

    private static String auth(Path password) {
        return "auth: {user: ops, password: 'file:" + password + "'}\n";
    }

    /** The mails of one mailbox after those of the other, each in their order. */
    private MimeMessage received(int index) {
        return Objects.requireNonNull(server.getReceivedMessages()[index]);
    }

    private String header(int index, String name) throws Exception {
        return Objects.requireNonNull(received(index).getHeader(name, null));
    }

    private static String text(BodyPart part) throws Exception {
        return (String) part.getContent();
    }
}
