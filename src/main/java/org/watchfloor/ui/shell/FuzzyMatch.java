package org.watchfloor.ui.shell;

import java.util.Locale;
import java.util.OptionalInt;

/** Finds titles by some of their letters in order, as in {@code sl} for "Switch to light". Pure. */
final class FuzzyMatch {
    private static final int WORD_START = 8;
    private static final int ADJOINING = 5;

    private FuzzyMatch() {}

    /** How well the letters fit, higher is better; empty if they do not occur in this order. */
    static OptionalInt score(String letters, String title) {
        String wanted = letters.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = title.toLowerCase(Locale.ROOT);
        int best = -1;
        for (int start = 0; start == 0 || start < text.length(); start++) {
            best = Math.max(best, scoreFrom(start, wanted, text));
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int scoreFrom(int start, String wanted, String text) {
        int score = 0;
        int before = -2;
        int from = start;
        for (int i = 0; i < wanted.length(); i++) {
            int at = text.indexOf(wanted.charAt(i), from);
            if (at < 0) {
                return -1;
            }
            boolean wordStart = at == 0 || text.charAt(at - 1) == ' ';
            score += 1 + (wordStart ? WORD_START : 0) + (at == before + 1 ? ADJOINING : 0);
            before = at;
            from = at + 1;
        }
        return score;
    }
}
