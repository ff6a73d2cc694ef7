package org.watchfloor.alert.calendar;

import java.util.Collection;
import java.util.regex.Pattern;

/** Makes texts from outside safe to show in a message. Pure functions. */
public final class Quoted {
    private static final int SHOWN = 60;
    private static final int LISTED = 30;
    private static final Pattern ODD = Pattern.compile("\\p{C}");

    private Quoted() {}

    /** In double quotes, on one line, cut after 60 characters. */
    public static String text(String text) {
        String line = ODD.matcher(text).replaceAll("?");
        return "\"" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "\"";
    }

    /** A message of a library on one line. */
    static String line(String message) {
        String line = ODD.matcher(message).replaceAll(" ").strip();
        return line.length() <= 2 * SHOWN ? line : line.substring(0, 2 * SHOWN) + "…";
    }

    /** {@code known here: a, b}. */
    static String known(Collection<String> names) {
        String first = String.join(", ", names.stream().sorted().limit(LISTED).toList());
        return names.isEmpty() ? "none is known here" : "known here: " + first + (names.size() > LISTED ? ", …" : "");
    }
}
