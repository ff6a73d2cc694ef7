package org.watchfloor.alert.calendar.ical;

/** Long lines (RFC 5545, 3.1): at most 75 octets of UTF-8, continued behind a space. Pure functions. */
final class Folding {
    private static final int MOST_OCTETS = 75;
    private static final String NEXT = "\r\n ";

    private Folding() {}

    /** The line with CRLF at its end; no character is cut in two. */
    static String fold(String line) {
        StringBuilder folded = new StringBuilder(line.length() + 8);
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            int size = octets(codePoint);
            if (octets + size > MOST_OCTETS) {
                folded.append(NEXT);
                octets = 1;
            }
            folded.appendCodePoint(codePoint);
            octets += size;
            i += Character.charCount(codePoint);
        }
        return folded.append("\r\n").toString();
    }

    private static int octets(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }
}
