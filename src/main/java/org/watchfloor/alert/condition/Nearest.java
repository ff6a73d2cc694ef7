package org.watchfloor.alert.condition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known word that a typing error was meant to be; letter case does not count, a swap counts as one error. */
final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= allowed)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Names the nearest word, or all that are known. */
    static String mend(String word, Collection<String> known) {
        return to(word, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElseGet(() -> "known here: " + String.join(", ", known));
    }

    /** The optimal string alignment distance: insert, remove, replace, swap neighbours. */
    private static int distance(String word, String candidate) {
        int[][] cost = new int[word.length() + 1][candidate.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= candidate.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, word, candidate, i, j);
            }
        }
        return cost[word.length()][candidate.length()];
    }

    private static int cheapest(int[][] cost, String word, String candidate, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (isSame(word, i - 1, candidate, j - 1) ? 0 : 1);
        int cheapest = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean isSwap =
                i > 1 && j > 1 && isSame(word, i - 1, candidate, j - 2) && isSame(word, i - 2, candidate, j - 1);
        return isSwap ? Math.min(cheapest, 1 + cost[i - 2][j - 2]) : cheapest;
    }

    private static boolean isSame(String word, int i, String candidate, int j) {
        return Character.toLowerCase(word.charAt(i)) == Character.toLowerCase(candidate.charAt(j));
    }
}
