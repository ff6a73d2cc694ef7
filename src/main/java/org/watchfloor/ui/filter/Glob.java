package org.watchfloor.ui.filter;

import java.util.Locale;

/** A pattern with {@code *} and {@code ?}, blind to case; matching takes no more than pattern × text steps. */
public record Glob(String pattern) {
    public static Glob of(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }

    public boolean matches(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int at = 0;
        int inPattern = 0;
        int star = -1;
        int retry = 0;
        while (at < lower.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                retry = at;
            } else if (fits(inPattern, lower.charAt(at))) {
                inPattern++;
                at++;
            } else if (star >= 0) {
                inPattern = star + 1;
                at = ++retry;
            } else {
                return false;
            }
        }
        return isStars(inPattern);
    }

    private boolean fits(int inPattern, char letter) {
        return inPattern < pattern.length()
                && (pattern.charAt(inPattern) == '?' || pattern.charAt(inPattern) == letter);
    }

    private boolean isStars(int from) {
        return pattern.substring(from).chars().allMatch(letter -> letter == '*');
    }
}
