package org.watchfloor.recovery.output;

/**
 * Text without control characters, stretch by stretch: all but line breaks and tabs become a replacement character, and
 * a line break is always one line feed. Confined to one thread.
 */
final class PlainText {
    private static final char REPLACEMENT = '\uFFFD';

    private boolean afterReturn;

    static String of(String text) {
        return new PlainText().next(text);
    }

    String next(CharSequence text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), plain);
        }
        return plain.toString();
    }

    private void append(char c, StringBuilder plain) {
        boolean isSecondOfBreak = afterReturn && c == '\n';
        afterReturn = c == '\r';
        if (c == '\r') {
            plain.append('\n');
        } else if (!isSecondOfBreak) {
            plain.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? REPLACEMENT : c);
        }
    }
}
