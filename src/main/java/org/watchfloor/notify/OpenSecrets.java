package org.watchfloor.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.watchfloor.config.Secret;

/**
 * The values of the secrets that one try needs: read for it, hidden in all that it says, dropped after it. Confined to
 * one thread.
 */
public final class OpenSecrets {
    public static final String HIDDEN = "***";

    private final List<String> values = new ArrayList<>();

    /** The value behind the reference, read now. */
    public String open(Secret secret) throws MissingSecret {
        String value = secret.value()
                .filter(found -> !found.isEmpty())
                .orElseThrow(
                        () -> new MissingSecret("credential " + secret.reference() + " is missing on this machine"));
        hideAlso(value);
        return value;
    }

    /** The same for a secret that becomes part of a header. */
    public String openForHeader(Secret secret) throws MissingSecret {
        String value = open(secret);
        if (!value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new MissingSecret("credential " + secret.reference() + " is not plain ASCII, as a header needs");
        }
        return value;
    }

    /** One more text that must not be told, also in Base64 and as part of a URL. */
    public void hideAlso(String text) {
        values.add(text);
        values.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        values.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        values.sort(Comparator.comparingInt(String::length).reversed());
    }

    /** The text with every secret blotted out that was opened so far. */
    public String hide(String text) {
        String hidden = text;
        for (String value : values) {
            hidden = hidden.replace(value, HIDDEN);
        }
        return hidden;
    }

    /** The same with what it tells people hidden. */
    public Delivery hide(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> accepted;
            case Delivery.Retry(String why, var after) -> new Delivery.Retry(hide(why), after);
            case Delivery.Refused(String why) -> new Delivery.Refused(hide(why));
        };
    }
}
