package org.watchfloor.probe.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Locale;

/** Turns what a peer sent, and figures, into text that is safe and short enough for an operator. Pure functions. */
public final class Words {
    private Words() {}

    /** One line of at most {@code max} characters; control characters become spaces. */
    public static String excerpt(String text, int max) {
        String line = cut(text, max)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip();
    }

    /** At most {@code max} characters, with an ellipsis if some are missing. */
    public static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "…";
    }

    /** {@code 35 ms}, {@code 2.5 s}. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    /** {@code 64 KiB}, {@code 1 MiB}; {@code 1000 B} for what is no whole number of them. */
    public static String bytes(long bytes) {
        if (bytes > 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return bytes > 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : bytes + " B";
    }

    /** {@code 192.0.2.7:80}, {@code [::1]:80}, or {@code name:80} for an address that was not looked up. */
    public static String peer(InetSocketAddress peer) {
        InetAddress address = peer.getAddress();
        String host = address == null ? peer.getHostString() : address.getHostAddress();
        return (address instanceof Inet6Address ? "[" + shortened(host) + "]" : host) + ":" + peer.getPort();
    }

    /** The longest run of zeros becomes {@code ::} (RFC 5952, 4.2). */
    private static String shortened(String address) {
        for (int groups = 8; groups >= 2; groups--) {
            String shorter = address.replaceFirst("(^|:)(0(:|$)){" + groups + "}", "::");
            if (!shorter.equals(address)) {
                return shorter;
            }
        }
        return address;
    }
}
