package org.watchfloor.notify.sms;

import org.watchfloor.notify.text.Excerpt;

/**
 * One line of bounded length. Dots and not an ellipsis: a character outside of the GSM alphabet (3GPP TS 23.038) would
 * more than halve what fits into a message. Pure functions.
 */
final class SmsText {
    private static final String MORE = "...";

    private SmsText() {}

    static String of(String title, int max) {
        String line = Excerpt.line(title, Integer.MAX_VALUE).replace("…", MORE);
        if (line.length() <= max) {
            return line;
        }
        int end = max - MORE.length();
        boolean half = Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, half ? end - 1 : end) + MORE;
    }
}
