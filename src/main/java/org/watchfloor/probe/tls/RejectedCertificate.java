package org.watchfloor.probe.tls;

import java.io.Serial;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Failure;

/** The peer's certificate is not good enough; carries the chain, so that it can be shown all the same. */
public final class RejectedCertificate extends CertificateException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient List<X509Certificate> chain;

    RejectedCertificate(Reason reason, String message, List<X509Certificate> chain) {
        super(message);
        this.failure = new Failure(reason, message);
        this.chain = List.copyOf(chain);
    }

    public Failure failure() {
        return failure;
    }

    /** As the peer sent it, its own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }
}
