package org.watchfloor.notify.text;

/** Bounds texts to what a receiver takes. Pure functions. */
public final class Excerpt {
    private Excerpt() {}

    /** At most {@code max} characters (UTF-16 units), with an ellipsis if some are missing; never half of a pair. */
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = Math.max(0, max - 1);
        if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /** One line of at most {@code max} characters; control characters and line separators become spaces. */
    public static String line(String text, int max) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(Excerpt::visible).forEach(line::appendCodePoint);
        return cut(line.toString().strip(), max);
    }

    private static int visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> '?';
            default -> c;
        };
    }
}
