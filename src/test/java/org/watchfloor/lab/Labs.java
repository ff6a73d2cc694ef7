package org.watchfloor.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.tls.HandshakeCertificates;

/**
 * Labs on free ports, and how to reach what they serve. A service that breaks gives its port back for a moment, so the
 * ports lie below those that the system hands to whoever connects meanwhile.
 */
final class Labs {
    private Labs() {}

    static Lab open() throws IOException {
        return open(threads("lab-"));
    }

    static Lab open(ThreadFactory threads) throws IOException {
        IOException taken = new IOException();
        for (int attempt = 0; attempt < 20; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(18_200, 32_000);
            try {
                return Lab.open(PortPlan.startingAt(base), threads, InstantSource.system());
            } catch (IOException e) {
                taken = e;
            }
        }
        throw taken;
    }

    static ThreadFactory threads(String prefix) {
        return Thread.ofVirtual().name(prefix, 0).factory();
    }

    static int port(Lab lab, String service) {
        return lab.targets().stream()
                .filter(target -> target.name().equals(service))
                .findFirst()
                .orElseThrow()
                .port()
                .orElseThrow();
    }

    static InetSocketAddress address(Lab lab, String service) {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port(lab, service));
    }

    static Optional<Fault> none() {
        return Optional.empty();
    }

    /** What a check that trusts the lab's authority brings along. */
    static HandshakeCertificates trust() throws GeneralSecurityException {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority())
                .build();
    }

    static X509Certificate authority() throws GeneralSecurityException {
        byte[] pem = Resources.text("ca-with-key.pem").getBytes(StandardCharsets.US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }
}
