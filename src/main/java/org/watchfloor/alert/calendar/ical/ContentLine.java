package org.watchfloor.alert.calendar.ical;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One unfolded line (RFC 5545, 3.1): {@code NAME;PARAMETER=value:value}. Immutable.
 *
 * @param number of its first line in the file, from 1
 * @param parameters by name in upper case, without quotes
 */
record ContentLine(int number, String name, Map<String, String> parameters, String value) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
    /** Possessive, so that no text makes it go back. */
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z0-9-]{1,100}+)=((?:\"[^\"]*+\"|[^\";:]++)*+)");

    private static final int MOST_PARAMETERS = 50;

    ContentLine {
        parameters = Map.copyOf(parameters);
    }

    /** Empty if the text is no content line. */
    static Optional<ContentLine> parse(int number, String text) {
        Matcher name = NAME.matcher(text);
        if (!name.lookingAt()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        int at = name.end();
        for (int count = 0; at < text.length() && text.charAt(at) == ';'; count++) {
            boolean isOne = parameter.region(at + 1, text.length()).lookingAt();
            if (!isOne || count == MOST_PARAMETERS) {
                return Optional.empty();
            }
            parameters.put(
                    parameter.group(1).toUpperCase(Locale.ROOT),
                    parameter.group(2).replace("\"", ""));
            at = parameter.end();
        }
        if (at >= text.length() || text.charAt(at) != ':') {
            return Optional.empty();
        }
        String upper = name.group().toUpperCase(Locale.ROOT);
        return Optional.of(new ContentLine(number, upper, parameters, text.substring(at + 1)));
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }
}
