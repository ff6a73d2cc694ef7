package org.watchfloor.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.watchfloor.config.Secret;

/** The token that callers must present (RFC 6750). Looked up for each request, so that it can be changed at any time. */
record BearerToken(Secret secret) {
    private static final String SCHEME = "bearer ";

    /** Takes the same time whatever the header says. A token that has gone missing lets nobody in. */
    boolean isIn(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = digest(authorization.substring(SCHEME.length()).strip());
        return secret.value()
                .filter(value -> value.length() >= WebSettings.SHORTEST_TOKEN)
                .map(value -> MessageDigest.isEqual(digest(value), given))
                .orElse(false);
    }

    /** Of equal length for every text, so that comparing does not tell the length of the token. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
