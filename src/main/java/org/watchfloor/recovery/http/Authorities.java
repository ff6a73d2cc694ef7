package org.watchfloor.recovery.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.watchfloor.recovery.text.NotRendered;

/** Certificates of authorities in a PEM file (RFC 7468). Pure functions. */
final class Authorities {
    private Authorities() {}

    /** A client that trusts these and no others. */
    static OkHttpClient trustedBy(OkHttpClient client, Path file) throws NotRendered {
        HandshakeCertificates.Builder trusted = new HandshakeCertificates.Builder();
        boolean isEmpty = true;
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.addTrustedCertificate((X509Certificate) authority);
                isEmpty = false;
            }
        } catch (IOException _) {
            throw new NotRendered("not sent: the file of authorities " + file + " cannot be read");
        } catch (CertificateException _) {
            throw new NotRendered("not sent: the file of authorities " + file + " is damaged");
        }
        if (isEmpty) {
            throw new NotRendered("not sent: the file of authorities " + file + " holds no certificate");
        }
        HandshakeCertificates certificates = trusted.build();
        return client.newBuilder()
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                .build();
    }
}
