package org.watchfloor.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code t=<unix seconds>,v1=<hex>}: HMAC-SHA256 (RFC 2104) over the seconds, a dot and the body. The receiver computes
 * the same and rejects what is older than some minutes, so that nobody can send it again.
 */
final class Signature {
    static final String HEADER = "X-Watchfloor-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(String body, String key, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + hex(seconds + "." + body, key);
    }

    private static String hex(String text, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
