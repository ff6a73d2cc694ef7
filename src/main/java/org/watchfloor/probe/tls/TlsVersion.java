package org.watchfloor.probe.tls;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.config.ConfigNode;

/** A version of TLS that the Java runtime still speaks: 1.2 (RFC 5246) and 1.3 (RFC 8446). */
public enum TlsVersion {
    TLS_1_2("1.2"),
    TLS_1_3("1.3");

    private final String text;

    TlsVersion(String text) {
        this.text = text;
    }

    /** {@code 1.2}. */
    public String text() {
        return text;
    }

    /** This version and the newer ones, by their JSSE names. */
    public String[] andNewer() {
        return newer().map(version -> "TLSv" + version.text).toArray(String[]::new);
    }

    private Stream<TlsVersion> newer() {
        return Arrays.stream(values()).filter(version -> version.compareTo(this) >= 0);
    }

    static TlsVersion read(ConfigNode node) {
        String text = node.key("min-version", "oldest TLS version to accept: \"1.2\" (default) or \"1.3\"")
                .text(TLS_1_2.text);
        List<TlsVersion> known =
                Arrays.stream(values()).filter(v -> v.text.equals(text)).toList();
        if (known.isEmpty()) {
            node.problem("min-version", "unknown TLS version \"" + text + "\"", "use \"1.2\" or \"1.3\"");
            return TLS_1_2;
        }
        return known.getFirst();
    }
}
