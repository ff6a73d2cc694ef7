package org.watchfloor.alert.condition;

/**
 * A metric as a condition names it.
 *
 * @param name 1 to 200 characters; in a pattern {@code *} stands for any number of characters, none included
 */
public record Metric(String name, boolean isPattern) {
    static final int LONGEST = 200;

    static Metric exact(String name) {
        return new Metric(name, false);
    }

    public boolean matches(String metric) {
        return isPattern ? matchesPattern(metric) : name.equals(metric);
    }

    /** As it stands in a condition, in quotes where the plain word would mean something else. */
    String text() {
        boolean isPlain = Words.isMetricWord(name) && isPattern == Words.hasWildcard(name);
        return isPlain ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Takes the shortest run for each {@code *} and lengthens only the latest one: at most pattern × metric steps. */
    private boolean matchesPattern(String metric) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int pattern = 0;
        while (at < metric.length()) {
            if (pattern < name.length() && name.charAt(pattern) == '*') {
                star = pattern++;
                resume = at;
            } else if (pattern < name.length() && name.charAt(pattern) == metric.charAt(at)) {
                pattern++;
                at++;
            } else if (star >= 0) {
                pattern = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (pattern < name.length() && name.charAt(pattern) == '*') {
            pattern++;
        }
        return pattern == name.length();
    }
}
