package org.watchfloor.probe.tls;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;

/**
 * What a certificate chain shows: facts for each certificate, and the days until the first of them expires.
 *
 * @param chain as the peer sent it, its own certificate first
 */
public record CertificateFacts(List<X509Certificate> chain) {
    public static final String DAYS_LEFT = "cert_days_left";
    private static final int MOST_SHOWN = 6;
    private static final double SECONDS_OF_DAY = 86_400;

    public CertificateFacts {
        chain = List.copyOf(chain);
    }

    /** The chain that the peer of an open session sent; empty if it sent none. */
    public static CertificateFacts of(SSLSession session) {
        try {
            Certificate[] sent = session.getPeerCertificates();
            return new CertificateFacts(Arrays.stream(sent)
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList());
        } catch (SSLPeerUnverifiedException _) {
            return new CertificateFacts(List.of());
        }
    }

    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < Math.min(chain.size(), MOST_SHOWN); i++) {
            X509Certificate certificate = chain.get(i);
            String name = i == 0 ? "certificate " : "certificate " + (i + 1) + " ";
            facts.add(new Fact(name + "subject", CertificateText.subject(certificate)));
            facts.add(new Fact(name + "issuer", CertificateText.issuer(certificate)));
            List<String> names = CertificateText.names(certificate);
            if (!names.isEmpty()) {
                facts.add(new Fact(name + "names", String.join(", ", names)));
            }
            facts.add(new Fact(name + "not after", CertificateText.notAfter(certificate)));
        }
        return facts;
    }

    /** Days until the first certificate of the chain expires, negative afterwards; a root that was sent along does not count. */
    public List<Measurement> measurements(Instant now) {
        return ends().min(Instant::compareTo)
                .map(end -> Duration.between(now, end).toSeconds() / SECONDS_OF_DAY)
                .map(days -> List.of(new Measurement(DAYS_LEFT, Math.floor(days * 100) / 100, "d")))
                .orElse(List.of());
    }

    private Stream<Instant> ends() {
        return chain.stream()
                .filter(certificate -> certificate.equals(chain.getFirst()) || !isRoot(certificate))
                .map(certificate -> certificate.getNotAfter().toInstant());
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
