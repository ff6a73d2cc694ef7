package org.watchfloor.model;

import java.util.regex.Pattern;

/** What a name in the configuration may look like: 1 to 100 of letters, digits, dot, underscore and hyphen. */
public final class Names {
    public static final String RULE =
            "1 to 100 letters, digits, dots, underscores or hyphens, beginning with a letter or digit";

    /** The same as a regular expression. */
    public static final String PATTERN = "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$";

    private static final Pattern NAME = Pattern.compile(PATTERN);

    private Names() {}

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static void require(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("\"" + text + "\" is not a name; use " + RULE);
        }
    }
}
