package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;
import static org.watchfloor.probe.net.Looks.measured;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.tls.TlsPeers;

/** TLS from the first byte and by STARTTLS, against servers that speak as the RFCs say. */
class StartTlsTest {
    @TempDir
    private Path files;

    private Path authority = Path.of("");

    @BeforeEach
    void writeAuthority() throws IOException {
        authority = TlsPeers.authorityFile(files);
    }

    @Test
    void securesTheConnectionAtOnce() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), "hello\r\n")) {
            Observation seen = look(peer, "script: [{expect: hello}]");

            assertUp(seen);
            assertThat(fact(seen, "certificate subject")).isEqualTo("CN=good");
            assertThat(fact(seen, "tls")).startsWith("TLSv1.3 TLS_");
            assertThat(measured(seen, "cert_days_left")).isBetween(9.9, 10.1);
            assertThat(seen.timings().phases()).containsKeys(Phase.CONNECT, Phase.TLS, Phase.FIRST_BYTE);
        }
    }

    @Test
    void tellsTlsFailuresApart() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.expired(), "hi")) {
            Observation seen = look(peer, "script: []");
            assertDown(seen, Reason.TLS_EXPIRED, "certificate expired 3 d ago (");
            assertThat(fact(seen, "certificate subject")).isEqualTo("CN=good");
        }
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.forAnotherHost(), "hi")) {
            assertDown(look(peer, "script: []"), Reason.TLS_WRONG_HOST, "for other.example, not for 127.0.0.1");
        }
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.selfSigned(), "hi")) {
            assertDown(look(peer, "script: []"), Reason.TLS_UNTRUSTED, "self-signed");
        }
        try (LoopbackPeer peer = LoopbackPeer.saying("220 plain text here\r\n")) {
            assertDown(look(peer, "script: []"), Reason.PROTOCOL, "does not speak TLS");
        }
        try (LoopbackPeer peer =
                LoopbackPeer.that(socket -> socket.getInputStream().read())) {
            assertDown(look(peer, "script: []"), Reason.CUT_OFF, "during the TLS handshake");
        }
    }

    @Test
    void expectsTheServerNameThatIsConfigured() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.forAnotherHost(), "hi")) {
            assertUp(TcpLooks.look("host: 127.0.0.1\nport: " + peer.port() + "\ntls: {ca: " + authority
                    + ", server-name: other.example}\nscript: [{expect: hi}]"));
        }
    }

    @Test
    void cutsAHandshakeThatDrips() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 0x3f, 0, 2, 0, 0x3e, 0});
            while (true) {
                socket.getOutputStream().write(0);
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        })) {
            assertDown(
                    TcpLooks.look(
                            "host: 127.0.0.1\nport: " + peer.port() + "\ntls: {ca: " + authority + "}",
                            Duration.ofMillis(700)),
                    Reason.RESPONSE_TIMEOUT,
                    "no TLS handshake within 700 ms");
        }
    }

    @Test
    void speaksSmtp() throws IOException {
        List<String> dialog = List.of(
                "220-mail.example\r\n220 ready\r\n",
                "EHLO watchfloor",
                "250-mail.example\r\n250-STARTTLS\r\n250 SIZE 1000\r\n",
                "STARTTLS",
                "220 go ahead\r\n");
        assertSecured("smtp", dialog);
    }

    @Test
    void speaksImap() throws IOException {
        assertSecured("imap", List.of("* OK ready\r\n", "a1 STARTTLS", "* CAPABILITY x\r\na1 OK begin\r\n"));
    }

    @Test
    void speaksPop3() throws IOException {
        assertSecured("pop3", List.of("+OK ready\r\n", "STLS", "+OK begin\r\n"));
    }

    @Test
    void speaksFtp() throws IOException {
        assertSecured("ftp", List.of("220 ready\r\n", "AUTH TLS", "234 begin\r\n"));
    }

    @Test
    void speaksPostgresql() throws IOException {
        assertSecured("postgresql", List.of("", "\0\0\0\b\u0004\u00d2\u0016/", "S"));
    }

    @Test
    void tellsAServerThatOffersNoTls() throws IOException {
        assertPlain("smtp", List.of("220 x\r\n", "EHLO watchfloor", "250 x\r\n"), "does not offer STARTTLS");
        assertPlain(
                "imap", List.of("* OK\r\n", "a1 STARTTLS", "a1 BAD no\r\n"), "answer to STARTTLS was \"a1 BAD no\"");
        assertPlain("pop3", List.of("+OK\r\n", "STLS", "-ERR no\r\n"), "answer to STLS was \"-ERR no\"");
        assertPlain("ftp", List.of("421 busy\r\n"), "greeting was \"421 busy\"");
        assertPlain("postgresql", List.of("", "\0\0\0\b\u0004\u00d2\u0016/", "N"), "answer to SSLRequest was \"N\"");
    }

    @Test
    void refusesPlainTextSmuggledInBehindTheAgreement() throws IOException {
        assertPlain("pop3", List.of("+OK\r\n", "STLS", "+OK\r\n+OK forged\r\n"), "sent plain text after it agreed");
    }

    private void assertSecured(String protocol, List<String> dialog) throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> serve(socket, dialog))) {
            Observation seen = look(peer, "starttls: " + protocol + "\nscript: [{send: x}, {expect: secured}]");

            assertUp(seen);
            assertThat(fact(seen, "certificate subject")).isEqualTo("CN=good");
        }
    }

    private void assertPlain(String protocol, List<String> dialog, String message) throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> speak(socket, dialog))) {
            assertDown(look(peer, "starttls: " + protocol), Reason.PROTOCOL, message);
        }
    }

    private Observation look(LoopbackPeer peer, String more) {
        return TcpLooks.look("host: 127.0.0.1\nport: " + peer.port() + "\ntls: {ca: " + authority + "}\n" + more);
    }

    /** Says and hears in turn, then secures the connection and says so. */
    private static void serve(Socket socket, List<String> dialog) throws IOException {
        speak(socket, dialog);
        SSLSocket secured = (SSLSocket) TlsPeers.serving(TlsPeers.good())
                .getSocketFactory()
                .createSocket(socket, null, socket.getPort(), false);
        secured.setUseClientMode(false);
        assertThat(secured.getInputStream().read()).isEqualTo('x');
        secured.getOutputStream().write("secured".getBytes(StandardCharsets.UTF_8));
        secured.getInputStream().read();
    }

    private static void speak(Socket socket, List<String> dialog) throws IOException {
        for (int i = 0; i < dialog.size(); i++) {
            if (i % 2 == 0) {
                socket.getOutputStream().write(dialog.get(i).getBytes(StandardCharsets.UTF_8));
            } else {
                String heard = hear(socket, dialog.get(i).length());
                assertThat(heard).isEqualTo(dialog.get(i));
            }
        }
    }

    /** As much as was expected, and the end of a line if there is one. */
    private static String hear(Socket socket, int length) throws IOException {
        String heard = new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
        if (!heard.startsWith("\0")) {
            socket.getInputStream().readNBytes(2);
        }
        return heard;
    }
}
