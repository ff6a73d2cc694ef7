package org.watchfloor.alert.outside;

/** Texts of strangers as people may read them: no control characters, nothing that turns the line around. Pure. */
final class Plain {
    private static final int UNKNOWN = 0xFFFD;
    private static final String MORE = "…";

    private Plain() {}

    /** One line of at most so many characters. */
    static String line(String text, int longest) {
        return cut(clean(text).replace('\n', ' ').strip(), longest);
    }

    /** The same with its lines. */
    static String lines(String text, int longest) {
        return cut(clean(text.replace("\r\n", "\n")).strip(), longest);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - MORE.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(Plain::visible).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int visible(int point) {
        if (point == '\n') {
            return point;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> UNKNOWN;
            case Character.FORMAT -> isTurning(point) ? UNKNOWN : point;
            default -> point;
        };
    }

    /** Overrides and isolates of the writing direction (UAX 9), with which a text can look like another one. */
    private static boolean isTurning(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }
}
