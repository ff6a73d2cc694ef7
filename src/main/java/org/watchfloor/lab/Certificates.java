package org.watchfloor.lab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Issues server certificates of the lab's own authority, sound ones and others. Thread-safe. */
final class Certificates {
    static final Set<Fault> FAULTS =
            Set.of(Fault.EXPIRED_CERTIFICATE, Fault.EXPIRING_CERTIFICATE, Fault.WRONG_HOST_CERTIFICATE);

    private static final Duration AGE = Duration.ofDays(30);

    private final HeldCertificate authority = HeldCertificate.decode(Resources.text("ca-with-key.pem"));
    private final InstantSource clock;

    Certificates(InstantSource clock) {
        this.clock = clock;
    }

    /** A context with a new certificate; no TLS session survives the change from one context to the next. */
    SSLContext context(Optional<Fault> fault) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(issue(fault))
                .build()
                .sslContext();
    }

    private HeldCertificate issue(Optional<Fault> fault) {
        Instant now = clock.instant();
        Instant end = now.plus(lifetime(fault));
        return new HeldCertificate.Builder()
                .commonName("watchfloor lab")
                .addSubjectAlternativeName(
                        fault.equals(Optional.of(Fault.WRONG_HOST_CERTIFICATE)) ? "another-host.invalid" : "127.0.0.1")
                .validityInterval(now.minus(AGE).toEpochMilli(), end.toEpochMilli())
                .signedBy(authority)
                .build();
    }

    private static Duration lifetime(Optional<Fault> fault) {
        if (fault.equals(Optional.of(Fault.EXPIRED_CERTIFICATE))) {
            return Duration.ofDays(-1);
        }
        return fault.equals(Optional.of(Fault.EXPIRING_CERTIFICATE)) ? Duration.ofDays(3) : Duration.ofDays(60);
    }
}
