package org.watchfloor.notify.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.watchfloor.notify.TestChannels.open;
import static org.watchfloor.notify.TestChannels.refused;
import static org.watchfloor.notify.TestChannels.retry;
import static org.watchfloor.notify.TestChannels.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notices;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.TestChannels;

/** How connections to mail servers are protected, and servers that refuse, are busy or hang. */
class MailServerTest {
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final SSLSocketFactory TRUSTING = new HandshakeCertificates.Builder()
            .addTrustedCertificate(AUTHORITY.certificate())
            .build()
            .sslSocketFactory();
    private static final MailNotifierType TYPE = new MailNotifierType(Notices.TEXT, TRUSTING, TestChannels.THREADS);

    @TempDir
    Path files;

    private Path password = Path.of("");

    private Optional<ScriptedSmtp> started = Optional.empty();

    @BeforeEach
    void keepPassword() throws IOException {
        password = Files.writeString(files.resolve("password"), "hunter2");
    }

    @AfterEach
    void stop() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    @Test
    void tellsWhatMayPassFromWhatWillNot() throws Exception {
        ScriptedSmtp server = plain();
        Notifier notifier = open(TYPE, section(server, "none", "[ops@example.org]"));

        server.on("RCPT", "451 4.7.1 greylisted");
        assertThat(retry(send(notifier, Notices.firing())).why()).contains("refuses", "greylisted");
        server.on("RCPT", "550 5.1.1 nobody here");
        assertThat(refused(send(notifier, Notices.firing())).why()).contains("550 5.1.1 nobody here");
        server.on("RCPT", "250 ok").on(".", "452 disk full");
        assertThat(retry(send(notifier, Notices.firing())).why()).contains("disk full");
        server.on(".", "554 spam");
        assertThat(refused(send(notifier, Notices.firing())).why()).contains("spam");
        server.on(".", "250 taken");
        assertThat(send(notifier, Notices.firing())).isInstanceOf(Delivery.Accepted.class);
    }

    @Test
    void retriesWhenTheServerIsBusyOrGone() throws Exception {
        ScriptedSmtp server = plain();
        Notifier notifier = open(TYPE, section(server, "none", "[ops@example.org]"));

        server.on("greeting", "421 too busy");
        retry(send(notifier, Notices.firing()));
        server.on("greeting", "220 test").on("MAIL", "drop");
        retry(send(notifier, Notices.firing()));
        server.close();
        retry(send(notifier, Notices.firing()));
    }

    @Test
    void returnsAtTheTimeout() throws Exception {
        ScriptedSmtp server = plain().on("MAIL", "hang");
        Notifier notifier = open(TYPE, section(server, "none", "[ops@example.org]"));

        Delivery delivery = notifier.send(Notices.firing(), Optional.empty(), Duration.ofMillis(500));

        assertThat(retry(delivery).why()).contains("no answer from 127.0.0.1:" + server.port());
    }

    @Test
    void stopsWhenTheProgramStops() throws Exception {
        ScriptedSmtp server = plain().on("MAIL", "hang");
        Notifier notifier = open(TYPE, section(server, "none", "[ops@example.org]"));
        FutureTask<Delivery> task = new FutureTask<>(() -> send(notifier, Notices.firing()));
        Thread thread = Thread.ofVirtual().start(task);
        Awaitility.await().until(() -> server.commands().stream().anyMatch(line -> line.startsWith("MAIL")));

        thread.interrupt();

        assertThatThrownBy(() -> task.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void doesNotWriteTwiceToThoseWhoHaveIt() throws Exception {
        ScriptedSmtp server = plain().on("RCPT TO:<b@example.org>", "451 later");
        Notifier notifier = open(TYPE, section(server, "none", "[a@example.org, b@example.org]"));

        Delivery first = send(notifier, Notices.firing());
        server.on("RCPT TO:<b@example.org>", "550 never");
        Delivery second = send(notifier, Notices.firing());

        assertThat(retry(first).why()).contains("some recipients (the others have it)", "451 later");
        assertThat(refused(second).why()).contains("550 never");
        assertThat(server.commands().stream().filter(line -> line.contains("<a@example.org>")))
                .hasSize(1);
    }

    @Test
    void turnsToTlsBeforeItTellsThePassword() throws Exception {
        ScriptedSmtp server = secure("127.0.0.1");
        Notifier notifier = open(TYPE, section(server, "starttls", "[ops@example.org]") + auth());

        assertThat(send(notifier, Notices.firing())).isInstanceOf(Delivery.Accepted.class);

        assertThat(server.commands()).containsSubsequence("STARTTLS", "(TLS)");
        assertThat(server.commands().stream().filter(line -> line.startsWith("AUTH")))
                .hasSize(1);
        assertThat(server.commands().indexOf("(TLS)"))
                .isLessThan(server.commands().stream()
                        .map(line -> line.split(" ", 2)[0])
                        .toList()
                        .indexOf("AUTH"));
    }

    @Test
    void speaksTlsFromTheFirstByte() throws Exception {
        ScriptedSmtp server = new ScriptedSmtp(certificates("127.0.0.1").sslContext());
        started = Optional.of(server);

        assertThat(send(open(TYPE, section(server, "tls", "[ops@example.org]") + auth()), Notices.firing()))
                .isInstanceOf(Delivery.Accepted.class);

        assertThat(server.commands()).anyMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void sendsNothingInTheClearWhenTlsWasAskedFor() throws Exception {
        ScriptedSmtp server = plain();
        Notifier notifier = open(TYPE, section(server, "starttls", "[ops@example.org]") + auth());

        assertThat(refused(send(notifier, Notices.firing())).why()).contains("STARTTLS is required");
        assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
    }

    @Test
    void doesNotTrustAnotherHost() throws Exception {
        ScriptedSmtp server = secure("mail.example.org");
        Notifier notifier = open(TYPE, section(server, "starttls", "[ops@example.org]") + auth());

        assertThat(retry(send(notifier, Notices.firing())).why()).contains("TLS failed");
        assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void refusesAWrongPasswordWithoutTellingIt() throws Exception {
        ScriptedSmtp server = secure("127.0.0.1").on("AUTH", "535 5.7.8 hunter2 is wrong");
        Notifier notifier = open(TYPE, section(server, "starttls", "[ops@example.org]") + auth());

        assertThat(refused(send(notifier, Notices.firing())).why())
                .contains("user or password", "*** is wrong")
                .doesNotContain("hunter2");
        server.on("AUTH", "454 4.7.0 try later");
        retry(send(notifier, Notices.firing()));
    }

    @Test
    void refusesWithoutAPassword() throws Exception {
        Notifier notifier = open(
                TYPE,
                "{host: 127.0.0.1, from: a@example.org, to: b@example.org, "
                        + "auth: {user: ops, password: '${NOT_SET_HERE}'}}");

        assertThat(refused(send(notifier, Notices.firing())).why())
                .isEqualTo("credential ${NOT_SET_HERE} is missing on this machine");
    }

    private ScriptedSmtp plain() throws IOException {
        ScriptedSmtp server = new ScriptedSmtp(Optional.empty());
        started = Optional.of(server);
        return server;
    }

    private ScriptedSmtp secure(String name) throws IOException {
        SSLSocketFactory sockets = certificates(name).sslSocketFactory();
        ScriptedSmtp server = new ScriptedSmtp(Optional.of(sockets));
        started = Optional.of(server);
        return server;
    }

    private static HandshakeCertificates certificates(String name) {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(name)
                .signedBy(AUTHORITY)
                .build();
        return new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    }

    private static String section(ScriptedSmtp server, String security, String to) {
        return "host: 127.0.0.1\nport: " + server.port() + "\nsecurity: " + security
                + "\nfrom: watchfloor@example.org\nto: " + to + "\n";
    }

    private String auth() {
        return "auth: {user: ops, password: 'file:" + password + "'}\n";
    }
}
