package org.watchfloor.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be wrong with an absolute URI. Never repeats the text: it may hold a password. */
final class UriText {
    private UriText() {}

    /** How the problem goes on after the key. */
    record Fault(String what, String mend) {}

    static Optional<Fault> fault(String text, List<String> schemes) {
        String mend = "write such as " + (schemes.isEmpty() ? "https" : schemes.getFirst()) + "://name/path";
        try {
            return fault(new URI(text), schemes, mend);
        } catch (URISyntaxException e) {
            return Optional.of(new Fault("is not a URI: " + e.getReason().toLowerCase(Locale.ROOT), mend));
        }
    }

    private static Optional<Fault> fault(URI uri, List<String> schemes, String mend) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.isEmpty() && !schemes.contains(scheme)) {
            return Optional.of(new Fault("does not begin with " + String.join(":// or ", schemes) + "://", mend));
        }
        if (uri.getHost() == null) {
            return Optional.of(new Fault("names no valid host", mend));
        }
        return Optional.ofNullable(uri.getRawUserInfo())
                .map(user -> new Fault(
                        "holds a user or password",
                        "take it out and use the keys for credentials with ${NAME} or file:PATH"));
    }
}
