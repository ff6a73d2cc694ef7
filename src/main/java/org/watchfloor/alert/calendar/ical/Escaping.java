package org.watchfloor.alert.calendar.ical;

import java.util.regex.Pattern;

/** Values of type TEXT (RFC 5545, 3.3.11). Pure functions. */
final class Escaping {
    /** Control characters have no place in a calendar, and half of a surrogate pair none in UTF-8. */
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private Escaping() {}

    static String escape(String text) {
        String lines =
                ODD.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("?");
        return lines.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    static String unescape(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                i++;
                char escaped = value.charAt(i);
                text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
