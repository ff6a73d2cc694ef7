package org.watchfloor.probe.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.watchfloor.probe.net.LoopbackPeer;

/** Certificates and TLS servers for tests, all below one authority. */
public final class TlsPeers {
    /** The authority of all certificates here. */
    public static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .certificateAuthority(0)
            .commonName("Test authority")
            .build();

    private TlsPeers() {}

    /** Valid for 127.0.0.1 and localhost, for some 10 days. */
    public static HeldCertificate good() {
        return certificate(builder -> {});
    }

    public static HeldCertificate expired() {
        Instant now = InstantSource.system().instant();
        return certificate(builder -> builder.validityInterval(
                now.minus(Duration.ofDays(30)).toEpochMilli(),
                now.minus(Duration.ofDays(3)).toEpochMilli()));
    }

    public static HeldCertificate notYetValid() {
        Instant now = InstantSource.system().instant();
        return certificate(builder -> builder.validityInterval(
                now.plus(Duration.ofDays(3)).toEpochMilli(),
                now.plus(Duration.ofDays(30)).toEpochMilli()));
    }

    public static HeldCertificate forAnotherHost() {
        return new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .commonName("other")
                .addSubjectAlternativeName("other.example")
                .build();
    }

    public static HeldCertificate selfSigned() {
        return new HeldCertificate.Builder()
                .commonName("lonely")
                .addSubjectAlternativeName("127.0.0.1")
                .build();
    }

    private static HeldCertificate certificate(Consumer<HeldCertificate.Builder> more) {
        Instant now = InstantSource.system().instant();
        HeldCertificate.Builder builder = new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .commonName("good")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("localhost")
                .validityInterval(
                        now.minus(Duration.ofDays(1)).toEpochMilli(),
                        now.plus(Duration.ofDays(10)).plusSeconds(3600).toEpochMilli());
        more.accept(builder);
        return builder.build();
    }

    public static SSLContext serving(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(AUTHORITY.certificate())
                .build()
                .sslContext();
    }

    /** Says the text over TLS and closes. */
    public static LoopbackPeer saying(HeldCertificate certificate, String text) throws IOException {
        return saying(certificate, text, socket -> {});
    }

    /** The same, on a server socket that the test changes first. */
    public static LoopbackPeer saying(HeldCertificate certificate, String text, Consumer<SSLServerSocket> change)
            throws IOException {
        SSLServerSocket server = (SSLServerSocket) serving(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        change.accept(server);
        return LoopbackPeer.on(server, socket -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        });
    }

    /** The authority's certificate as a PEM file. */
    public static Path authorityFile(Path directory) throws IOException {
        return Files.writeString(directory.resolve("ca.pem"), AUTHORITY.certificatePem());
    }
}
