package org.watchfloor.probe.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.watchfloor.probe.net.MissingCredential;

/** A file in the textual encoding of RFC 7468: certificates and private keys in PKCS#8, plain or encrypted. */
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

    private final Path path;
    private final List<Block> blocks;

    private PemFile(Path path, List<Block> blocks) {
        this.path = path;
        this.blocks = blocks;
    }

    static PemFile read(Path path) throws MissingCredential {
        try {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            List<Block> blocks = BLOCK.matcher(text)
                    .results()
                    .map(block -> new Block(block.group(1), block.group(2)))
                    .toList();
            return new PemFile(path, blocks);
        } catch (IOException _) {
            throw new MissingCredential("file " + path + " cannot be read on this machine");
        }
    }

    /** All certificates, in order. */
    List<X509Certificate> certificates() throws MissingCredential {
        List<X509Certificate> certificates = new java.util.ArrayList<>();
        for (Block block : blocks) {
            if (block.label.equals("CERTIFICATE")) {
                certificates.add(certificate(der(block)));
            }
        }
        if (certificates.isEmpty()) {
            throw new MissingCredential("file " + path + " holds no PEM certificate");
        }
        return certificates;
    }

    /** The first private key. */
    PrivateKey privateKey(Optional<String> password) throws MissingCredential {
        for (Block block : blocks) {
            if (block.label.equals("PRIVATE KEY")) {
                return key(new PKCS8EncodedKeySpec(der(block)));
            }
            if (block.label.equals("ENCRYPTED PRIVATE KEY")) {
                return key(decrypt(der(block), password));
            }
        }
        throw new MissingCredential("file " + path
                + " holds no PKCS#8 private key; convert it with: openssl pkcs8 -topk8 -in KEY -out NEW-KEY");
    }

    private byte[] der(Block block) throws MissingCredential {
        try {
            return Base64.getMimeDecoder().decode(block.base64);
        } catch (IllegalArgumentException _) {
            throw new MissingCredential("file " + path + " is damaged: not Base64");
        }
    }

    private X509Certificate certificate(byte[] der) throws MissingCredential {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException _) {
            throw new MissingCredential("file " + path + " holds a damaged certificate");
        }
    }

    private PrivateKey key(PKCS8EncodedKeySpec spec) throws MissingCredential {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException _) {
                // the encoding names its algorithm; only one factory accepts it
            }
        }
        throw new MissingCredential("file " + path + " holds a private key that is damaged or of an unknown kind");
    }

    private PKCS8EncodedKeySpec decrypt(byte[] der, Optional<String> password) throws MissingCredential {
        String secret = password.orElseThrow(
                () -> new MissingCredential("file " + path + " holds an encrypted key; add key-password"));
        try {
            EncryptedPrivateKeyInfo encrypted = new EncryptedPrivateKeyInfo(der);
            String algorithm = encrypted.getAlgParameters() == null
                    ? encrypted.getAlgName()
                    : encrypted.getAlgParameters().toString();
            SecretKey key =
                    SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(secret.toCharArray()));
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(Cipher.DECRYPT_MODE, key, encrypted.getAlgParameters());
            return encrypted.getKeySpec(cipher);
        } catch (GeneralSecurityException | IOException _) {
            throw new MissingCredential("the key in file " + path + " cannot be decrypted with its key-password");
        }
    }

    private record Block(String label, String base64) {}
}
