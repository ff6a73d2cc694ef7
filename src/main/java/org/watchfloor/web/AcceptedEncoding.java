package org.watchfloor.web;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What {@code Accept-Encoding} (RFC 9110, 12.5.3) allows. */
final class AcceptedEncoding {
    private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*$");

    private AcceptedEncoding() {}

    static boolean isGzip(Headers request) {
        List<String> lines = request.getOrDefault("Accept-Encoding", List.of());
        return lines.stream()
                .flatMap(line -> List.of(line.toLowerCase(Locale.ROOT).split(",", -1)).stream())
                .map(String::strip)
                .anyMatch(coding -> coding.matches("(x-)?gzip(\\s*;.*)?")
                        && !REFUSED.matcher(coding).find());
    }
}
