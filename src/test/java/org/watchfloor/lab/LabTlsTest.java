package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates of the lab, seen by clients that check them: directly, after STARTTLS, after an SSLRequest. */
class LabTlsTest {
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};

    @AutoClose
    private final Lab lab = Labs.open();

    LabTlsTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"shop/https", "mail-1/smtp", "db-1/postgresql"})
    void showsASoundCertificate(String service) throws Exception {
        X509Certificate shown = certificate(service);

        assertThat(shown.getIssuerX500Principal()).isEqualTo(Labs.authority().getSubjectX500Principal());
        assertThat(remaining(shown)).isGreaterThan(Duration.ofDays(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/https", "mail-1/smtp", "db-1/postgresql"})
    void showsAnExpiredCertificate(String service) throws Exception {
        certificate(service);
        lab.set(service, Fault.EXPIRED_CERTIFICATE);

        assertThatThrownBy(() -> certificate(service))
                .isInstanceOf(SSLHandshakeException.class)
                .hasRootCauseInstanceOf(CertificateExpiredException.class);

        lab.mend(service);
        certificate(service);
    }

    @Test
    void showsTheCertificateOfAnotherHost() throws Exception {
        lab.set("shop", Fault.WRONG_HOST_CERTIFICATE);

        assertThatThrownBy(() -> certificate("shop/https"))
                .isInstanceOf(SSLHandshakeException.class)
                .rootCause()
                .isInstanceOf(CertificateException.class)
                .hasMessageContaining("127.0.0.1");

        lab.mend("shop");
        certificate("shop/https");
    }

    @Test
    void showsACertificateThatExpiresSoon() throws Exception {
        lab.set("shop", Fault.EXPIRING_CERTIFICATE);

        assertThat(remaining(certificate("shop/https"))).isBetween(Duration.ofDays(2), Duration.ofDays(3));
    }

    @Test
    void authorityIsConstrainedToLoopback() throws Exception {
        X509CertSelector constraints = new X509CertSelector();
        byte[] extension = Labs.authority().getExtensionValue("2.5.29.30");
        constraints.setNameConstraints(Arrays.copyOfRange(extension, 2, extension.length));

        assertThat(constraints.match(issuedTo("127.0.0.1"))).isTrue();
        assertThat(constraints.match(issuedTo("another-host.invalid"))).isTrue();
        assertThat(constraints.match(issuedTo("192.0.2.1"))).isFalse();
        assertThat(constraints.match(issuedTo("bank.example.org"))).isFalse();
    }

    @Test
    void databaseRefusesTheSession() throws Exception {
        try (Socket socket = dial("db-1/postgresql")) {
            socket.getOutputStream().write(SSL_REQUEST);
            assertThat(socket.getInputStream().read()).isEqualTo('S');
            SSLSocket secured = secured(socket);
            secured.getOutputStream().write(new byte[] {0, 0, 0, 9, 0, 3, 0, 0, 0});

            byte[] answer = secured.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.US_ASCII))
                    .startsWith("E")
                    .contains("FATAL");
        }
    }

    private static X509Certificate issuedTo(String name) {
        return new HeldCertificate.Builder()
                .commonName("watchfloor lab")
                .addSubjectAlternativeName(name)
                .build()
                .certificate();
    }

    private X509Certificate certificate(String service) throws IOException, GeneralSecurityException {
        try (Socket socket = dial(service)) {
            switch (service) {
                case "mail-1/smtp" -> {
                    line(socket);
                    say(socket, "STARTTLS\r\n");
                    assertThat(line(socket)).startsWith("220");
                }
                case "db-1/postgresql" -> {
                    socket.getOutputStream().write(SSL_REQUEST);
                    assertThat(socket.getInputStream().read()).isEqualTo('S');
                }
                default -> {}
            }
            return (X509Certificate) secured(socket).getSession().getPeerCertificates()[0];
        }
    }

    private Socket dial(String service) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(10_000);
        socket.connect(Labs.address(lab, service), 2_000);
        return socket;
    }

    private static SSLSocket secured(Socket socket) throws IOException, GeneralSecurityException {
        HandshakeCertificates trust = Labs.trust();
        SSLSocket secured =
                (SSLSocket) trust.sslSocketFactory().createSocket(socket, "127.0.0.1", socket.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static Duration remaining(X509Certificate certificate) {
        return Duration.between(
                InstantSource.system().instant(), certificate.getNotAfter().toInstant());
    }
}
