package org.watchfloor.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Secret;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.net.MissingCredential;

/** Client certificates in all their forms, shown to a server that asks for one. */
class TlsSourceTest {
    private final TlsSources sources = new TlsSources(InstantSource.system());
    private final HeldCertificate client = TlsPeers.good();

    @TempDir
    private Path files;

    @Test
    void showsACertificateAndKeyFromOneFile() throws Exception {
        Path both = write("both.pem", client.certificatePem() + client.privateKeyPkcs8Pem());

        assertAccepted(spec(both, Optional.empty(), Optional.empty()));
    }

    @Test
    void showsARsaKey() throws Exception {
        HeldCertificate rsa = new HeldCertificate.Builder()
                .rsa2048()
                .signedBy(TlsPeers.AUTHORITY)
                .build();
        Path both = write("rsa.pem", rsa.certificatePem() + rsa.privateKeyPkcs8Pem());

        assertAccepted(spec(both, Optional.empty(), Optional.empty()));
    }

    @Test
    void decryptsAKey() throws Exception {
        Path certificate = write("client.pem", client.certificatePem());
        Optional<Path> key = Optional.of(encryptedKey());

        assertThat(PemFile.read(encryptedKey())
                        .privateKey(Optional.of("s3cret"))
                        .getAlgorithm())
                .isEqualTo("EC");
        assertMissing(spec(certificate, key, Optional.of("wrong")), "cannot be decrypted");
        assertMissing(spec(certificate, key, Optional.empty()), "add key-password");
    }

    @Test
    void showsAPkcs12File() throws Exception {
        Path store = files.resolve("client.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "me", client.keyPair().getPrivate(), "s3cret".toCharArray(), new Certificate[] {client.certificate()});
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, "s3cret".toCharArray());
        }

        assertAccepted(spec(store, Optional.empty(), Optional.of("s3cret")));
        assertMissing(spec(store, Optional.empty(), Optional.of("wrong")), "cannot be opened with its key-password");
        assertMissing(spec(files.resolve("none.p12"), Optional.empty(), Optional.empty()), "cannot be read");
    }

    @Test
    void tellsFilesThatHoldNothingOfUse() throws Exception {
        Path certificate = write("client.pem", client.certificatePem());
        Path empty = write("empty.pem", "nothing here");
        Path damaged = write("damaged.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Path badKey = write("bad.key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Path oldKey = write("old.key", "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");

        assertMissing(spec(empty, Optional.empty(), Optional.empty()), "holds no PEM certificate");
        assertMissing(spec(damaged, Optional.empty(), Optional.empty()), "holds a damaged certificate");
        assertMissing(spec(certificate, Optional.of(badKey), Optional.empty()), "damaged or of an unknown kind");
        assertMissing(spec(certificate, Optional.of(oldKey), Optional.empty()), "openssl pkcs8 -topk8");
        assertMissing(spec(certificate, Optional.of(files.resolve("none")), Optional.empty()), "cannot be read");
    }

    @Test
    void loadsOnceForEqualSections() throws Exception {
        assertThat(sources.of(TlsSpec.DEFAULT).current())
                .isSameAs(sources.of(TlsSpec.DEFAULT).current());
    }

    private void assertAccepted(TlsSpec spec) throws Exception {
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), "in", server -> server.setNeedClientAuth(true));
                Socket plain = new Socket("127.0.0.1", peer.port());
                SSLSocket socket = (SSLSocket)
                        sources.of(spec).current().sockets().createSocket(plain, "127.0.0.1", peer.port(), true)) {
            assertThat(socket.getInputStream().readNBytes(2)).asString().isEqualTo("in");
            assertThat(socket.getSession().getLocalCertificates()).isNotEmpty();
        }
    }

    private void assertMissing(TlsSpec spec, String message) {
        assertThatThrownBy(() -> sources.of(spec).current())
                .isInstanceOf(MissingCredential.class)
                .hasMessageContaining(message);
    }

    private TlsSpec spec(Path certificate, Optional<Path> key, Optional<String> password) throws IOException {
        Optional<Secret> secret = password.isPresent()
                ? Optional.of(new Secret.File(write("password-" + password.get(), password.get())))
                : Optional.empty();
        return new TlsSpec(
                true,
                Optional.of(TlsPeers.authorityFile(files)),
                Optional.of(certificate),
                key,
                secret,
                TlsVersion.TLS_1_2);
    }

    /** As {@code openssl pkcs8 -topk8} of OpenSSL 3 writes it. */
    private static Path encryptedKey() throws URISyntaxException {
        URL resource = TlsSourceTest.class.getResource("encrypted-key.pem");
        assertThat(resource).isNotNull();
        return Path.of(resource.toURI());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text);
    }
}
