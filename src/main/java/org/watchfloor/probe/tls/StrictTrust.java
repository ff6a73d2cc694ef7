package org.watchfloor.probe.tls;

import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Causes;

/**
 * Checks the peer's certificate as the Java runtime does and says which of its three questions failed: dates, chain, or
 * host name. The runtime answers all of them with one kind of exception. Thread-safe.
 */
final class StrictTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager runtime;
    private final InstantSource clock;

    StrictTrust(X509ExtendedTrustManager runtime, InstantSource clock) {
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        Rejection rejection = new Rejection(List.of(chain), clock.instant());
        rejection.requireDates();
        try {
            runtime.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw isTrustedApartFromName(chain, authType, e) ? rejection.wrongHost(socket) : rejection.of(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        runtime.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        runtime.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        runtime.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        runtime.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        runtime.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return runtime.getAcceptedIssuers();
    }

    /** The runtime's host name check is the only one that has no cause and is not repeated without a socket. */
    private boolean isTrustedApartFromName(X509Certificate[] chain, String authType, CertificateException rejection) {
        if (rejection.getCause() != null) {
            return false;
        }
        try {
            runtime.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    /** Puts a rejection into words. */
    private record Rejection(List<X509Certificate> chain, Instant now) {
        /** Also for a certificate that is itself an anchor, of which the runtime does not check the dates. */
        void requireDates() throws RejectedCertificate {
            X509Certificate own = chain.getFirst();
            try {
                own.checkValidity(java.util.Date.from(now));
            } catch (CertificateExpiredException _) {
                throw expired(own);
            } catch (CertificateNotYetValidException _) {
                throw notYetValid(own);
            }
        }

        RejectedCertificate of(CertificateException thrown) {
            return Causes.first(thrown, CertPathValidatorException.class)
                    .filter(e -> e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID)
                    .map(e -> expired(at(e.getIndex())))
                    .orElseGet(() -> untrusted(thrown));
        }

        RejectedCertificate wrongHost(Socket socket) {
            String host = ((SSLSocket) socket).getHandshakeSession().getPeerHost();
            List<String> names = CertificateText.names(chain.getFirst());
            String holders = names.isEmpty() ? CertificateText.subject(chain.getFirst()) : String.join(", ", names);
            return new RejectedCertificate(
                    Reason.TLS_WRONG_HOST, "certificate is for " + holders + ", not for " + host, chain);
        }

        private RejectedCertificate untrusted(CertificateException thrown) {
            X509Certificate last = chain.getLast();
            String subject = CertificateText.subject(chain.getFirst());
            String issuer = CertificateText.issuer(last);
            boolean selfSigned = chain.size() == 1 && issuer.equals(CertificateText.subject(last));
            String what = selfSigned
                    ? "certificate is self-signed and not trusted, " + subject
                    : "certificate not trusted, " + subject + "; its issuer " + issuer + " is not known here";
            boolean noPath = Causes.mention(thrown, "unable to find valid certification path");
            return new RejectedCertificate(
                    Reason.TLS_UNTRUSTED, noPath ? what : what + " (" + Causes.rootMessage(thrown) + ")", chain);
        }

        private RejectedCertificate expired(X509Certificate certificate) {
            Instant end = certificate.getNotAfter().toInstant();
            if (end.isAfter(now)) {
                return notYetValid(certificate);
            }
            return new RejectedCertificate(
                    Reason.TLS_EXPIRED,
                    "certificate expired " + CertificateText.span(end, now) + " ago (" + CertificateText.date(end)
                            + "), " + CertificateText.subject(certificate),
                    chain);
        }

        private RejectedCertificate notYetValid(X509Certificate certificate) {
            Instant start = certificate.getNotBefore().toInstant();
            return new RejectedCertificate(
                    Reason.TLS_EXPIRED,
                    "certificate is not valid before " + CertificateText.date(start) + ", "
                            + CertificateText.subject(certificate),
                    chain);
        }

        private X509Certificate at(int index) {
            return chain.get(Math.clamp(index, 0, chain.size() - 1));
        }
    }
}
