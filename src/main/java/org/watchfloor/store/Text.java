package org.watchfloor.store;

/** Texts from outside as the tables take them. */
final class Text {
    private static final char UNKNOWN = '\uFFFD';
    private static final String MORE = "…";

    private Text() {}

    /** At most so many characters, the last one an ellipsis if some are missing; never NUL or half a character. */
    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return whole(text);
        }
        return whole(text.substring(0, endOf(text, longest - MORE.length()))) + MORE;
    }

    private static int endOf(String text, int end) {
        boolean isSplit = Character.isHighSurrogate(text.charAt(end - 1)) && Character.isLowSurrogate(text.charAt(end));
        return isSplit ? end - 1 : end;
    }

    private static String whole(String text) {
        boolean isWhole = text.codePoints().noneMatch(Text::isBroken);
        if (isWhole) {
            return text;
        }
        return text.codePoints()
                .map(point -> isBroken(point) ? UNKNOWN : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isBroken(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE;
    }
}
