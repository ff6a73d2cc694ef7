package org.watchfloor.config;

import java.util.Arrays;

/** Turns positions in a text (in code points) into places; a line ends with LF, CR LF or CR, as editors count. */
final class Lines {
    private final String file;
    private final int length;
    private final int[] starts;

    Lines(String file, String text) {
        int[] points = text.codePoints().toArray();
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < points.length; i++) {
            if (endsLine(points, i)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = i + 1;
            }
        }
        this.file = file;
        this.length = points.length;
        this.starts = Arrays.copyOf(found, count);
    }

    private static boolean endsLine(int[] points, int i) {
        return points[i] == '\n' || (points[i] == '\r' && (i + 1 == points.length || points[i + 1] != '\n'));
    }

    Place end() {
        return at(length);
    }

    /** A position outside of the text counts as its nearest end. */
    Place at(int position) {
        int inside = Math.clamp(position, 0, length);
        int found = Arrays.binarySearch(starts, inside);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, inside - starts[line] + 1);
    }
}
