package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUnknown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;
import static org.watchfloor.probe.net.Looks.measured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Looks;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.tls.TlsPeers;

/** How TLS is checked on the way to an HTTP service, and how its failures are told apart. */
class HttpTlsTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    /** A ServerHello (RFC 4346, 7.4.1.3) that chooses TLS 1.1, which no runtime of today accepts. */
    private static final byte[] TLS_1_1_HELLO = hello();

    @TempDir
    private Path files;

    private Path authority = Path.of("");

    @BeforeEach
    void writeAuthority() throws IOException {
        authority = TlsPeers.authorityFile(files);
    }

    @Test
    void showsTheChainAndTheDaysLeft() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER)) {
            Observation seen = look(peer, "");

            assertUp(seen);
            assertThat(measured(seen, "cert_days_left")).isBetween(9.9, 10.1);
            assertThat(fact(seen, "certificate subject")).isEqualTo("CN=good");
            assertThat(fact(seen, "certificate issuer")).isEqualTo("CN=Test authority");
            assertThat(fact(seen, "certificate names")).isEqualTo("127.0.0.1, localhost");
            assertThat(fact(seen, "certificate not after")).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(seen.timings().phases())
                    .containsOnlyKeys(Phase.CONNECT, Phase.TLS, Phase.FIRST_BYTE, Phase.BODY);
        }
    }

    @Test
    void tellsAnUnknownAuthority() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER)) {
            Observation seen = HttpLooks.look("url: https://127.0.0.1:" + peer.port());

            assertDown(seen, Reason.TLS_UNTRUSTED, "certificate not trusted, CN=good; its issuer CN=Test authority");
            assertThat(fact(seen, "certificate subject")).isEqualTo("CN=good");
            assertThat(measured(seen, "cert_days_left")).isBetween(9.9, 10.1);
        }
    }

    @Test
    void tellsASelfSignedCertificate() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.selfSigned(), ANSWER)) {
            assertDown(look(peer, ""), Reason.TLS_UNTRUSTED, "certificate is self-signed and not trusted, CN=lonely");
        }
    }

    @Test
    void trustsASelfSignedCertificateThatIsItsOwnAuthority() throws IOException {
        HeldCertificate lonely = TlsPeers.selfSigned();
        authority = Files.writeString(files.resolve("lonely.pem"), lonely.certificatePem());
        try (LoopbackPeer peer = TlsPeers.saying(lonely, ANSWER)) {
            assertUp(look(peer, ""));
        }
    }

    @Test
    void tellsAnExpiredCertificate() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.expired(), ANSWER)) {
            Observation seen = look(peer, "");

            assertDown(seen, Reason.TLS_EXPIRED, "certificate expired 3 d ago (");
            assertThat(measured(seen, "cert_days_left")).isBetween(-3.1, -2.9);
        }
    }

    @Test
    void tellsACertificateThatIsNotValidYet() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.notYetValid(), ANSWER)) {
            assertDown(look(peer, ""), Reason.TLS_EXPIRED, "certificate is not valid before ");
        }
    }

    @Test
    void tellsACertificateForAnotherHost() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.forAnotherHost(), ANSWER)) {
            assertDown(look(peer, ""), Reason.TLS_WRONG_HOST, "certificate is for other.example, not for 127.0.0.1");
        }
    }

    @Test
    void acceptsAnythingWithoutVerification() throws IOException {
        for (HeldCertificate certificate :
                List.of(TlsPeers.expired(), TlsPeers.forAnotherHost(), TlsPeers.selfSigned())) {
            try (LoopbackPeer peer = TlsPeers.saying(certificate, ANSWER)) {
                Observation seen =
                        HttpLooks.look("{url: 'https://127.0.0.1:" + peer.port() + "', tls: {verify: false}}");

                assertUp(seen);
                assertThat(seen.measurements()).anyMatch(m -> m.name().equals("cert_days_left"));
            }
        }
    }

    @Test
    void tellsAServerThatIsOlderThanTheMinimum() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(
                TlsPeers.good(), ANSWER, server -> server.setEnabledProtocols(new String[] {"TLSv1.2"}))) {
            assertUp(look(peer, ""));
            assertDown(
                    look(peer, ", min-version: 1.3"), Reason.TLS_TOO_OLD, "offers no TLS version that is new enough");
        }
    }

    @Test
    void tellsAServerThatSpeaksOnlyTls11() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying(TLS_1_1_HELLO)) {
            assertDown(look(peer, ""), Reason.TLS_TOO_OLD, "offers no TLS version that is new enough");
        }
    }

    /** Repeated, since the alert of such a server may be lost when it closes. */
    @RepeatedTest(10)
    void tellsAServerThatWantsAClientCertificate() throws IOException {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
            try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER, server -> {
                server.setNeedClientAuth(true);
                server.setEnabledProtocols(new String[] {version});
            })) {
                assertDown(look(peer, ""), Reason.TLS_FAILED, ": it asks for a client certificate");
            }
        }
    }

    @Test
    void isUpWhenTheClientCertificateIsOptional() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER, server -> server.setWantClientAuth(true))) {
            assertUp(look(peer, ""));
        }
    }

    @Test
    void showsItsClientCertificate() throws IOException {
        HeldCertificate client = TlsPeers.good();
        Path certificate = Files.writeString(files.resolve("client.pem"), client.certificatePem());
        Path key = Files.writeString(files.resolve("client.key"), client.privateKeyPkcs8Pem());
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER, server -> server.setNeedClientAuth(true))) {
            assertUp(look(peer, ", client-cert: " + certificate + ", client-key: " + key));
        }
    }

    @Test
    void tellsMissingFiles() throws IOException {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER)) {
            assertUnknown(
                    HttpLooks.look("{url: 'https://127.0.0.1:" + peer.port() + "', tls: {ca: /nowhere/ca.pem}}"),
                    Reason.CREDENTIAL_MISSING,
                    "file /nowhere/ca.pem cannot be read on this machine");
        }
    }

    @Test
    void seesARenewedCertificateWithItsNextLook() throws Exception {
        try (LoopbackPeer first = TlsPeers.saying(TlsPeers.good(), ANSWER)) {
            Probe probe = HttpLooks.probe(yaml(first, ""));
            assertUp(Looks.run(probe, java.time.Duration.ofSeconds(10)));

            Files.writeString(authority, TlsPeers.selfSigned().certificatePem());
            Files.setLastModifiedTime(authority, java.nio.file.attribute.FileTime.fromMillis(1));

            assertDown(
                    Looks.run(probe, java.time.Duration.ofSeconds(10)),
                    Reason.TLS_UNTRUSTED,
                    "certificate not trusted");
        }
    }

    @Test
    void speaksHttp2AndInsistsOnItIfAsked() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.useHttps(TlsPeers.serving(TlsPeers.good()).getSocketFactory());
            server.start();
            server.enqueue(new MockResponse.Builder().body("two").build());
            String yaml = "{url: 'https://127.0.0.1:" + server.getPort() + "', protocol: http2, tls: {ca: " + authority
                    + "}}";

            Observation seen = HttpLooks.look(yaml);
            assertUp(seen);
            assertThat(fact(seen, "protocol")).isEqualTo("h2");

            server.setProtocols(List.of(Protocol.HTTP_1_1));
            server.enqueue(new MockResponse.Builder().body("one").build());
            assertDown(HttpLooks.look(yaml), Reason.PROTOCOL, "the server spoke http/1.1, not HTTP/2");
        }
    }

    private Observation look(LoopbackPeer peer, String more) {
        return HttpLooks.look(yaml(peer, more));
    }

    private String yaml(LoopbackPeer peer, String more) {
        return "{url: 'https://127.0.0.1:" + peer.port() + "', tls: {ca: " + authority + more + "}}";
    }

    private static byte[] hello() {
        byte[] hello = new byte[5 + 4 + 38];
        byte[] head = {22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2};
        System.arraycopy(head, 0, hello, 0, head.length);
        hello[44] = (byte) 0xc0;
        hello[45] = 0x13;
        return hello;
    }
}
