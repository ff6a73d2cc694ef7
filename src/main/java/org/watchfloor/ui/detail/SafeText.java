package org.watchfloor.ui.detail;

import java.util.Locale;

/**
 * Makes text from outside fit to be shown: bounded, and with nothing in it that hides, reorders or moves what stands
 * beside it. Characters that have no picture are written as {@code \x1b} or {@code \u202e}. Pure.
 */
public final class SafeText {
    private static final int TAB = 4;

    private SafeText() {}

    /** In one line; line breaks and tabs become spaces. */
    public static String line(String text, int most) {
        StringBuilder safe = new StringBuilder();
        bounded(text, most).codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                safe.append(' ');
            } else if (point != '\r') {
                append(safe, point);
            }
        });
        return safe.append(rest(text, most)).toString().strip();
    }

    /** In as many lines as it has. */
    public static String block(String text, int most) {
        StringBuilder safe = new StringBuilder();
        bounded(text, most).replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n') {
                safe.append('\n');
            } else if (point == '\t') {
                safe.repeat(' ', TAB);
            } else {
                append(safe, point);
            }
        });
        return safe.append(rest(text, most)).toString();
    }

    private static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String rest(String text, int most) {
        return text.length() <= most ? "" : String.format(Locale.ROOT, " … %,d more characters", text.length() - most);
    }

    private static void append(StringBuilder safe, int point) {
        if (hasPicture(point)) {
            safe.appendCodePoint(point);
        } else {
            safe.append(String.format(Locale.ROOT, point < 0x80 ? "\\x%02x" : "\\u%04x", point));
        }
    }

    private static boolean hasPicture(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
