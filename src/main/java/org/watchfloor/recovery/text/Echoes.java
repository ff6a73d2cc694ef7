package org.watchfloor.recovery.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which a secret may come back. Pure functions. */
final class Echoes {
    /** A shorter line of a secret of many lines may stand anywhere. */
    private static final int LONG_LINE = 8;

    private static final Pattern ESCAPED = Pattern.compile("%[0-9A-F]{2}");

    private Echoes() {}

    /** As it is, line by line, in Base64, and as each language writes it. */
    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(secret.strip());
        secret.lines().filter(line -> line.length() >= LONG_LINE).forEach(forms::add);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        encode(secret, forms);
        forms.remove("");
        return forms;
    }

    private static void encode(String secret, Set<String> forms) {
        for (Language language : Language.values()) {
            try {
                String encoded = language.encode("secret", secret);
                forms.add(encoded);
                forms.add(ESCAPED.matcher(encoded).replaceAll(Echoes::lower));
            } catch (NotRendered _) {
                // what cannot stand there cannot come back from there
            }
        }
    }

    private static String lower(MatchResult escaped) {
        return Matcher.quoteReplacement(escaped.group().toLowerCase(Locale.ROOT));
    }
}
