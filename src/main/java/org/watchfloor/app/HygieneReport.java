package org.watchfloor.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the web door finds fault with in alert rules, as a table for people: rule, what is the matter, and below it why. */
record HygieneReport(JsonNode answer) {
    boolean isClean() {
        return findings().isEmpty();
    }

    String text() {
        if (isClean()) {
            return "no rule does more harm than good";
        }
        int widest = findings().stream()
                .mapToInt(finding -> word(finding, "rule").length())
                .max()
                .orElse(1);
        return findings().stream()
                .map(finding -> String.join(System.lineSeparator(), lines(finding, widest)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static List<String> lines(JsonNode finding, int widest) {
        String rule = word(finding, "rule");
        String indent = " ".repeat(widest + 2);
        List<String> lines = new ArrayList<>();
        lines.add(rule + " ".repeat(widest - rule.length()) + "  " + kind(finding) + ": " + word(finding, "why"));
        lines.add(indent + "→ " + word(finding.path("remedy"), "text"));
        String when = word(finding.path("remedy"), "when");
        if (!when.isEmpty()) {
            lines.add(indent + "  when: " + when);
        }
        return lines;
    }

    private static String kind(JsonNode finding) {
        return word(finding, "kind").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<JsonNode> findings() {
        return answer.path("findings").valueStream().toList();
    }

    /** In one line; nothing that steers a terminal passes. */
    private static String word(JsonNode node, String name) {
        return node.path(name)
                .asString("")
                .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                .strip();
    }
}
