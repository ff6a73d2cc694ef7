package org.watchfloor.probe.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;

/**
 * The {@code tls:} section of a check, as the operator wrote it.
 *
 * @param verify whether chain, dates and host name of the peer's certificate are checked (RFC 5280, RFC 9525); default
 *     true
 * @param ca PEM file of the authorities to trust in place of the Java runtime's
 * @param clientCert PEM file of the client certificate with its chain, or a PKCS#12 file ({@code .p12}, {@code .pfx})
 *     with its key
 * @param clientKey PEM file of the client's private key in PKCS#8; by default in the file of the certificate
 * @param keyPassword of the encrypted key or of the PKCS#12 file
 * @param minVersion the oldest version to accept; default TLS 1.2
 */
public record TlsSpec(
        boolean verify,
        Optional<Path> ca,
        Optional<Path> clientCert,
        Optional<Path> clientKey,
        Optional<Secret> keyPassword,
        TlsVersion minVersion) {
    public static final TlsSpec DEFAULT = new TlsSpec(
            true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), TlsVersion.TLS_1_2);

    /** Reads the section. */
    public static TlsSpec read(ConfigNode node) {
        TlsSpec spec = new TlsSpec(
                node.key("verify", "check chain, dates and host name of the certificate; default true")
                        .flag(true),
                node.key("ca", "PEM file of the authorities to trust in place of the Java runtime's")
                        .path(),
                node.key("client-cert", "PEM file of the client certificate, or a PKCS#12 file with its key")
                        .path(),
                node.key("client-key", "PEM file (PKCS#8) of the client key; default: in the file of the certificate")
                        .path(),
                node.key("key-password", "password of the client key or PKCS#12 file, by reference")
                        .secret(),
                TlsVersion.read(node));
        spec.check(node);
        return spec;
    }

    /** The files that the section refers to. */
    List<Path> files() {
        return java.util.stream.Stream.of(ca, clientCert, clientKey)
                .flatMap(Optional::stream)
                .toList();
    }

    private void check(ConfigNode node) {
        if (clientKey.isPresent() && clientCert.isEmpty()) {
            node.problem("client-key", "client-key without client-cert", "add client-cert");
        }
        if (!verify && ca.isPresent()) {
            node.problem("ca", "ca has no effect with verify: false", "remove one of the two");
        }
    }
}
