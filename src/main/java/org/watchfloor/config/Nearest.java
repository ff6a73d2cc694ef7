package org.watchfloor.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that was probably meant (Damerau–Levenshtein distance, adjacent swaps count once). */
final class Nearest {
    private static final int LONGEST = 100;

    private Nearest() {}

    /** The nearest word, if it is near enough to be a typing error. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> distance(word, candidate, allowed) <= allowed)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate, allowed))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How to mend a word that is not known. */
    static String mend(String word, Collection<String> known) {
        return to(word, known)
                .map(nearest -> "did you mean " + Problems.quoted(nearest) + "?")
                .orElseGet(() -> known.isEmpty() ? "remove it" : "known here: " + list(known));
    }

    private static String list(Collection<String> known) {
        String first = String.join(", ", known.stream().sorted().limit(30).toList());
        return known.size() > 30 ? first + ", …" : first;
    }

    /** Gives up early, with a larger number, when the distance is sure to be greater than allowed. */
    static int distance(String a, String b, int allowed) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (isSwap(a, b, i, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            if (Arrays.stream(row).min().orElse(0) > allowed
                    && Arrays.stream(last).min().orElse(0) > allowed) {
                return allowed + 1;
            }
            int[] recycled = beforeLast;
            beforeLast = last;
            last = row;
            row = recycled;
        }
        return last[b.length()];
    }

    private static boolean isSwap(String a, String b, int i, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
