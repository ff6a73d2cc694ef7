package org.watchfloor.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of the host in the place of {@code {host.id}} and {@code {host.address}}. Immutable. */
final class Placeholders {
    static final Set<String> NAMES = new TreeSet<>(Set.of("host.id", "host.address"));

    /** Where no host is meant: texts stay as they are. */
    static final Placeholders NONE = new Placeholders(Map.of());

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(host\\.[^{}\\s]{0,50})}");

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = values;
    }

    static Placeholders of(String id, String address) {
        return new Placeholders(Map.of("host.id", id, "host.address", address));
    }

    /** The same for a URI, where an IPv6 address stands in brackets (RFC 3986, section 3.2.2). */
    Placeholders forUri() {
        String address = values.getOrDefault("host.address", "");
        boolean bare = address.indexOf(':') >= 0 && !address.startsWith("[");
        return bare ? of(values.getOrDefault("host.id", ""), "[" + address + "]") : this;
    }

    /** @param unknown told the placeholders that do not exist; they stay as they are */
    String fill(String text, Consumer<String> unknown) {
        if (values.isEmpty() || text.indexOf('{') < 0) {
            return text;
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                unknown.accept(found.group(1));
            }
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }
}
