package org.watchfloor.probe.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.watchfloor.probe.net.Words;

/** The fields of a certificate as text. A certificate is hostile input, so every text is cut. Pure functions. */
final class CertificateText {
    private static final int MAX_NAME = 300;
    private static final int MAX_NAMES = 20;

    private CertificateText() {}

    static String subject(X509Certificate certificate) {
        return Words.excerpt(certificate.getSubjectX500Principal().getName(), MAX_NAME);
    }

    static String issuer(X509Certificate certificate) {
        return Words.excerpt(certificate.getIssuerX500Principal().getName(), MAX_NAME);
    }

    /** The names that the certificate is for: DNS names and IP addresses of subjectAltName (RFC 5280, 4.2.1.6). */
    static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .map(name -> name.get(1))
                            .filter(String.class::isInstance)
                            .map(name -> Words.excerpt((String) name, MAX_NAME))
                            .limit(MAX_NAMES)
                            .toList();
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }

    static String notAfter(X509Certificate certificate) {
        return date(certificate.getNotAfter().toInstant());
    }

    static String date(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** {@code 3 d}, or {@code 5 h} below two days. */
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        return span.toDays() < 2 ? span.toHours() + " h" : span.toDays() + " d";
    }
}
