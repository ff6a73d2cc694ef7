package org.watchfloor.probe.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.watchfloor.config.Secret;
import org.watchfloor.probe.net.MissingCredential;

/** Loads the client certificate and its key from PEM or PKCS#12 (RFC 7292) files. */
final class ClientKey {
    private final TlsSpec spec;

    ClientKey(TlsSpec spec) {
        this.spec = spec;
    }

    /** None if the check has no client certificate. */
    KeyManager[] managers() throws MissingCredential {
        if (spec.clientCert().isEmpty()) {
            return new KeyManager[] {new NoClientKey()};
        }
        Path file = spec.clientCert().get();
        Optional<String> password = password();
        char[] secret = password.orElse("").toCharArray();
        try {
            KeyStore store = isPkcs12(file) ? pkcs12(file, secret) : pem(file, password, secret);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, secret);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException e) {
            throw new MissingCredential("client certificate " + file + " cannot be used: " + e.getMessage());
        }
    }

    private Optional<String> password() throws MissingCredential {
        Optional<Secret> reference = spec.keyPassword();
        return reference.isPresent() ? Optional.of(MissingCredential.require(reference.get())) : Optional.empty();
    }

    private static boolean isPkcs12(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private static KeyStore pkcs12(Path file, char[] password) throws MissingCredential, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
            return store;
        } catch (IOException e) {
            throw new MissingCredential(
                    e.getCause() instanceof GeneralSecurityException
                            ? "file " + file + " cannot be opened with its key-password"
                            : "file " + file + " cannot be read on this machine");
        }
    }

    private KeyStore pem(Path file, Optional<String> password, char[] secret)
            throws MissingCredential, GeneralSecurityException {
        List<X509Certificate> chain = PemFile.read(file).certificates();
        PrivateKey key = PemFile.read(spec.clientKey().orElse(file)).privateKey(password);
        KeyStore store = Stores.empty();
        store.setKeyEntry("client", key, secret, chain.toArray(new X509Certificate[0]));
        return store;
    }
}
