package org.watchfloor.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.watchfloor.engine.backtest.Lengths;
import tools.jackson.databind.JsonNode;

/**
 * What the web door says of a back-test, for people.
 *
 * @param zone whose local time is shown
 */
record BacktestReport(JsonNode answer, ZoneId zone) {
    private static final int WIDTH = 40;
    private static final int MOST_SUBJECTS = 10;
    private static final int MOST_FIRINGS = 10;
    private static final int MOST_DAYS = 31;

    String text() {
        List<String> lines = new ArrayList<>();
        head(lines);
        incidents(lines);
        difference(lines);
        days(lines);
        subjects(lines);
        latest(lines);
        suggestion(lines);
        return String.join(System.lineSeparator(), lines);
    }

    private void head(List<String> lines) {
        JsonNode rule = answer.path("rule");
        JsonNode record = answer.path("record");
        double hold = rule.path("forSeconds").asDouble(0);
        lines.add(word(rule, "id") + ": " + word(rule, "when") + (hold > 0 ? ", for " + length(hold) : ""));
        lines.add("%s to %s, %,d checks, %,d looks, %s observed"
                .formatted(
                        time(record, "recordedFrom"),
                        time(record, "to"),
                        record.path("checks").asLong(0),
                        record.path("samples").asLong(0),
                        length(record.path("observedSeconds").asDouble(0))));
        record.path("notes").valueStream().forEach(note -> lines.add("! " + plain(note.asString(""))));
        lines.add("");
        lines.add("  %,d firings   %.1f pages a week   %s firing"
                .formatted(
                        answer.path("fired").asLong(0),
                        answer.path("pagesPerWeek").asDouble(0),
                        length(answer.path("firingSeconds").asDouble(0))));
    }

    private void incidents(List<String> lines) {
        int found = answer.path("found").size();
        int missed = answer.path("missed").size();
        if (found + missed == 0) {
            lines.add("  no incident of these checks is on record");
            return;
        }
        lines.add("  told of %d of %d incidents%s".formatted(found, found + missed, missed == 0 ? "" : "; missed:"));
        answer.path("missed")
                .valueStream()
                .forEach(incident -> lines.add("    %s  #%d %s"
                        .formatted(
                                time(incident, "startedAt"),
                                incident.path("id").asLong(0),
                                word(incident, "summary"))));
    }

    private void difference(List<String> lines) {
        JsonNode difference = answer.path("difference");
        if (difference.isObject()) {
            lines.add("  the saved version fired %,d times: %,d firings are new, %,d have vanished"
                    .formatted(
                            difference.path("before").asLong(0),
                            difference.path("appearedCount").asLong(0),
                            difference.path("vanishedCount").asLong(0)));
        }
    }

    private void days(List<String> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        firings().forEach(firing -> counts.merge(day(firing), 1, Integer::sum));
        List<Map.Entry<String, Integer>> newest = List.copyOf(counts.entrySet());
        bars(lines, "firings a day", newest.subList(Math.max(0, newest.size() - MOST_DAYS), newest.size()));
    }

    private String day(JsonNode firing) {
        return parsed(word(firing, "from"))
                .map(from -> from.atZone(zone).toLocalDate().toString())
                .orElse("");
    }

    private void subjects(List<String> lines) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        firings().forEach(firing -> counts.merge(word(firing, "subject"), 1, Integer::sum));
        bars(
                lines,
                "loudest",
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_SUBJECTS)
                        .toList());
    }

    private static void bars(List<String> lines, String title, List<Map.Entry<String, Integer>> counts) {
        if (counts.isEmpty()) {
            return;
        }
        int most = counts.stream().mapToInt(Map.Entry::getValue).max().orElse(1);
        int widest =
                counts.stream().mapToInt(entry -> entry.getKey().length()).max().orElse(1);
        lines.add("");
        lines.add(title);
        for (Map.Entry<String, Integer> entry : counts) {
            String bar = "█".repeat(Math.max(1, Math.ceilDiv(entry.getValue() * WIDTH, most)));
            lines.add("  " + entry.getKey() + " ".repeat(widest - entry.getKey().length()) + "  " + bar + " "
                    + entry.getValue());
        }
    }

    private void latest(List<String> lines) {
        List<JsonNode> firings = firings();
        if (firings.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(firings.size() <= MOST_FIRINGS ? "firings" : "the last " + MOST_FIRINGS + " firings");
        firings.subList(Math.max(0, firings.size() - MOST_FIRINGS), firings.size())
                .forEach(firing -> lines.add("  %s  %s  %s: %s"
                        .formatted(
                                time(firing, "from"),
                                lasted(firing),
                                word(firing, "subject"),
                                word(firing, "explanation"))));
    }

    private static String lasted(JsonNode firing) {
        Function<String, Optional<Instant>> instant = name -> parsed(word(firing, name));
        return instant.apply("from")
                .flatMap(from -> instant.apply("to").map(to -> "for " + Lengths.text(Duration.between(from, to))))
                .orElse("still firing");
    }

    private void suggestion(List<String> lines) {
        JsonNode suggestion = answer.path("suggestion");
        String when = word(suggestion, "when");
        double hold = suggestion.path("forSeconds").asDouble(0);
        lines.add("");
        lines.add("suggestion");
        if (!when.isEmpty()) {
            lines.add("  when: " + when);
        }
        if (hold > 0) {
            lines.add("  for: "
                    + Duration.ofMillis(Math.round(hold * 1_000))
                            .toString()
                            .substring(2)
                            .toLowerCase(Locale.ROOT));
        }
        lines.add("  " + word(suggestion, "why"));
    }

    private List<JsonNode> firings() {
        return answer.path("firings").valueStream().toList();
    }

    private static String length(double seconds) {
        return Lengths.text(Duration.ofMillis(Math.round(seconds * 1_000)));
    }

    private String time(JsonNode node, String name) {
        String text = word(node, name);
        return parsed(text)
                .map(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH)
                        .withZone(zone)::format)
                .orElse(text);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String word(JsonNode node, String name) {
        return plain(node.path(name).asString(""));
    }

    /** In one line; targets can put anything into messages, so nothing that steers a terminal passes. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    }
}
