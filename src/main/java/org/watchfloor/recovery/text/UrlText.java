package org.watchfloor.recovery.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.recovery.text.Template.Hole;
import org.watchfloor.recovery.text.Template.Literal;

/** Values as parts of an http or https URL. Pure functions. */
final class UrlText {
    private static final Pattern AUTHORITY = Pattern.compile("(?i)https?://[^/?#\\\\]*");
    private static final Pattern BEGIN = Pattern.compile("(?i)https?://.*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
    private static final Pattern DOTS = Pattern.compile("(?:/|^)(?:\\.|%2[eE]){1,2}(?:/|$)");

    private UrlText() {}

    /** @param before what stands before the place */
    static boolean isInAuthority(String before) {
        return AUTHORITY.matcher(before).matches();
    }

    /** All but the unreserved characters of RFC 3986, section 2.3, as UTF-8. */
    static String percent(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
            encoded.append(plain ? Character.toString(b) : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }

    /** An IPv6 address stands in brackets (RFC 3986, section 3.2.2). */
    static String authority(String name, String value) throws NotRendered {
        if (HOST.matcher(value).matches()) {
            return value;
        }
        if (value.indexOf(':') >= 0 && IPV6.matcher(value).matches()) {
            return "[" + value + "]";
        }
        throw new NotRendered("the value of {{" + name + "}} is no host name, address or port");
    }

    /** A value must not lead to another directory. */
    static void verify(String url) throws NotRendered {
        String path = AUTHORITY.matcher(url).replaceFirst("").replaceFirst("[?#].*", "");
        if (DOTS.matcher(path).find()) {
            throw new NotRendered("the path of the URL holds a segment of dots only, which leads elsewhere");
        }
    }

    static List<Fault> faults(Template template, Vocabulary vocabulary) {
        String sample = template.parts().stream()
                .map(part -> switch (part) {
                    case Literal(String text, int _) -> text;
                    case Hole hole -> vocabulary.of(hole.name()).orElse(Meaning.TEXT) == Meaning.NUMBER ? "1" : "x";
                })
                .collect(Collectors.joining());
        return Stream.concat(whole(sample).stream(), serverFaults(template, vocabulary).stream())
                .toList();
    }

    /** What a person types must not choose the server. */
    static List<Fault> serverFaults(Template template, Vocabulary vocabulary) {
        return template.parts().stream()
                .flatMap(part -> part instanceof Hole hole ? inAuthority(hole, vocabulary).stream() : Stream.empty())
                .toList();
    }

    private static Optional<Fault> whole(String sample) {
        if (!BEGIN.matcher(sample).matches()) {
            return Optional.of(new Fault(0, "the URL does not begin with http:// or https://", "write it out whole"));
        }
        try {
            URI uri = new URI(sample);
            return uri.getHost() == null || uri.getRawUserInfo() != null
                    ? Optional.of(new Fault(
                            0, "the URL has no host, or a user before it", "write http://HOST/…; a login is a header"))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of(new Fault(0, "the URL is not valid: " + e.getReason(), "percent-encode the character"));
        }
    }

    private static Optional<Fault> inAuthority(Hole hole, Vocabulary vocabulary) {
        Meaning meaning = vocabulary.of(hole.name()).orElse(Meaning.TEXT);
        boolean fits = switch (meaning) {
            case NUMBER, NAME, ADDRESS -> true;
            case TEXT, SECRET -> false;
        };
        return hole.language() != Language.AUTHORITY || fits
                ? Optional.empty()
                : Optional.of(new Fault(
                        hole.offset(),
                        "the placeholder {{" + hole.name() + "}} would choose the server that is spoken to",
                        "use {{address}}, or a parameter of type host or number"));
    }
}
