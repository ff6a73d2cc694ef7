package org.watchfloor.ui.rules;

import org.watchfloor.model.Severity;

/**
 * A rule in force.
 *
 * @param condition when it fires, and after how long
 * @param on what it looks at
 * @param source where it comes from: {@code built-in}, {@code console.yaml}, or file and line
 * @param firing how many of its alerts fire now
 */
record RuleRow(String id, Severity severity, String condition, String on, boolean enabled, String source, long firing) {
    /** Whether all words are found in it. */
    boolean holds(String words) {
        String all = String.join(" ", id, condition, on, source).toLowerCase(java.util.Locale.ROOT);
        return java.util.Arrays.stream(
                        words.strip().toLowerCase(java.util.Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }
}
