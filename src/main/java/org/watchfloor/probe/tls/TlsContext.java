package org.watchfloor.probe.tls;

import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.watchfloor.probe.net.MissingCredential;

/**
 * All that a handshake needs, ready to use: trust, client key, versions.
 *
 * @param sockets makes sockets that check the host name too, if the check verifies at all
 */
public record TlsContext(SSLSocketFactory sockets, X509ExtendedTrustManager trust) {
    /**
     * Loads the files and secrets that the section refers to.
     *
     * @throws MissingCredential if one is missing or unusable on this machine
     */
    static TlsContext load(TlsSpec spec, InstantSource clock) throws MissingCredential {
        try {
            X509ExtendedTrustManager trust = trust(spec, clock);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new ClientKey(spec).managers(), new TrustManager[] {trust}, null);
            forgetSessions(context.getClientSessionContext());
            return new TlsContext(new CheckingSockets(context.getSocketFactory(), spec), trust);
        } catch (GeneralSecurityException e) {
            throw new MissingCredential("TLS cannot be set up on this machine: " + e.getMessage());
        }
    }

    private static X509ExtendedTrustManager trust(TlsSpec spec, InstantSource clock)
            throws MissingCredential, GeneralSecurityException {
        if (!spec.verify()) {
            return new NoTrustCheck();
        }
        X509ExtendedTrustManager runtime = spec.ca().isPresent()
                ? Stores.trustIn(PemFile.read(spec.ca().get()).certificates())
                : Stores.runtimeTrust();
        return new StrictTrust(runtime, clock);
    }

    /** A resumed session shows no certificate, so a new one could go unseen; 0 would mean no limit. */
    private static void forgetSessions(SSLSessionContext sessions) {
        sessions.setSessionTimeout(1);
        sessions.setSessionCacheSize(1);
    }
}
