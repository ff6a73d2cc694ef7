package org.watchfloor.ssh;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of a known_hosts file, as sshd(8) describes it under SSH_KNOWN_HOSTS FILE FORMAT.
 *
 * @param marker {@code @revoked}, {@code @cert-authority} or empty
 * @param hosts patterns, or one hashed name
 */
@SuppressWarnings("ArrayRecordComponent") // compared by holds() alone
record KnownHostLine(String marker, List<String> hosts, String type, byte[] key) {
    static final String REVOKED = "@revoked";

    private static final String HASHED = "|1|";

    /** Empty for a comment, a blank line and whatever makes no sense. */
    static Optional<KnownHostLine> parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        boolean marked = words.getFirst().startsWith("@");
        int first = marked ? 1 : 0;
        if (words.getFirst().startsWith("#") || words.size() < first + 3) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(words.get(first + 2));
            return Optional.of(new KnownHostLine(
                    marked ? words.getFirst() : "", List.of(words.get(first).split(",")), words.get(first + 1), key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @param host {@code web-1} or {@code [web-1]:2222} */
    boolean isFor(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        boolean found = false;
        for (String pattern : hosts) {
            if (pattern.startsWith("!") && matches(pattern.substring(1), name)) {
                return false;
            }
            found |= matches(pattern, name);
        }
        return found;
    }

    boolean holds(byte[] other) {
        return MessageDigest.isEqual(key, other);
    }

    HostKeyPrint print() {
        return HostKeyPrint.of(type, key);
    }

    private static boolean matches(String pattern, String name) {
        return pattern.startsWith(HASHED)
                ? matchesHash(pattern, name)
                : HostPattern.matches(pattern.toLowerCase(Locale.ROOT), name);
    }

    private static boolean matchesHash(String pattern, String name) {
        String[] parts = pattern.substring(HASHED.length()).split("\\|");
        if (parts.length != 2) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
