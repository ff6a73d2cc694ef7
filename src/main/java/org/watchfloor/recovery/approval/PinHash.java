package org.watchfloor.recovery.approval;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the configuration knows of a PIN: PBKDF2 with HMAC-SHA-256 over it and a salt of its own. Immutable. To try one
 * takes some tenths of a second on purpose, so never on the engine's thread or the screen's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-5.2">RFC 8018, section 5.2</a>
 */
public final class PinHash {
    /** Letters and digits of a PIN, both included. */
    public static final int SHORTEST = 6;

    public static final int LONGEST = 64;

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final String NAME = "pbkdf2-sha256";
    private static final int ITERATIONS = 600_000;
    private static final int FEWEST = 100_000;
    private static final int MOST = 5_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile(NAME + ":(\\d{6,7}):([A-Za-z0-9+/]{22}==):([A-Za-z0-9+/]{43}=)");

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PinHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** A new one, with a salt that no other has. */
    public static PinHash of(String pin) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PinHash(ITERATIONS, salt, derive(pin, salt, ITERATIONS));
    }

    /** As {@link #text} writes it; empty if it is anything else. */
    public static Optional<PinHash> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int iterations = Integer.parseInt(form.group(1));
        return iterations < FEWEST || iterations > MOST
                ? Optional.empty()
                : Optional.of(new PinHash(iterations, decode(form.group(2)), decode(form.group(3))));
    }

    public boolean matches(String pin) {
        return pin.length() <= LONGEST && MessageDigest.isEqual(hash, derive(pin, salt, iterations));
    }

    /** {@code pbkdf2-sha256:600000:SALT:HASH}, the last two in Base64. */
    public String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return NAME + ":" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return NAME;
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] derive(String pin, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BYTES * 8);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        } finally {
            spec.clearPassword();
        }
    }
}
