package org.watchfloor.recovery.output;

import java.util.Locale;

/** The beginning and the end of a text of any length, in constant memory. Confined to one thread. */
final class BothEnds {
    private final int most;
    private final StringBuilder beginning = new StringBuilder();
    private boolean isFull;
    /** The last characters behind the beginning, in a ring. */
    private char[] ring = {};

    private long beyond;

    /** @param most characters that are kept of each end */
    BothEnds(int most) {
        this.most = most;
    }

    /** Returns what of it belongs to the beginning. */
    String take(String text) {
        String first = isFull ? "" : text.substring(0, fitting(text));
        isFull |= first.length() < text.length();
        beginning.append(first);
        for (int i = first.length(); i < text.length(); i++) {
            keep(text.charAt(i));
        }
        return first;
    }

    /** Never cuts a character in two. */
    private int fitting(String text) {
        int room = Math.min(text.length(), most - beginning.length());
        boolean cuts = room > 0 && room < text.length() && Character.isHighSurrogate(text.charAt(room - 1));
        return cuts ? room - 1 : room;
    }

    private void keep(char c) {
        if (ring.length == 0) {
            ring = new char[most];
        }
        ring[(int) (beyond % most)] = c;
        beyond++;
    }

    /** What follows the beginning: how much is left out, and the end. */
    String rest() {
        int kept = (int) Math.min(beyond, most);
        StringBuilder end = new StringBuilder(kept);
        for (long i = beyond - kept; i < beyond; i++) {
            end.append(ring[(int) (i % most)]);
        }
        if (beyond == kept) {
            return end.toString();
        }
        if (Character.isLowSurrogate(end.charAt(0))) {
            end.deleteCharAt(0);
        }
        return String.format(Locale.ROOT, "\n… %,d characters are left out here …\n", beyond - end.length()) + end;
    }

    String beginning() {
        return beginning.toString();
    }
}
