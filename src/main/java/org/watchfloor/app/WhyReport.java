package org.watchfloor.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the web door says about "why?", for people: present alerts first, then one line for each decision.
 *
 * @param zone whose local time is shown
 */
record WhyReport(JsonNode answer, ZoneId zone) {
    /** False if there is neither an alert nor a decision. */
    boolean saysSomething() {
        return alerts().findAny().isPresent() || verdicts().findAny().isPresent();
    }

    String text() {
        return Stream.concat(alerts().map(this::alert), verdicts().map(this::verdict))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** The one that was asked for, or those of the check that was. */
    private Stream<JsonNode> alerts() {
        return Stream.concat(
                answer.path("alert").isObject() ? Stream.of(answer.path("alert")) : Stream.empty(),
                answer.path("alerts").valueStream());
    }

    private Stream<JsonNode> verdicts() {
        return answer.path("verdicts").valueStream();
    }

    private String alert(JsonNode alert) {
        String held = word(alert.path("held"), "text");
        return "alert %s, %s %s, is %s: %s%s"
                .formatted(
                        alert.path("id").asLong(0),
                        word(alert, "priority"),
                        word(alert, "rule"),
                        standing(alert),
                        word(alert, "summary"),
                        held.isEmpty() ? "" : "; it " + held);
    }

    private String standing(JsonNode alert) {
        String status = word(alert, "status").toLowerCase(Locale.ROOT);
        String since = switch (status) {
            case "firing" -> "firedAt";
            case "resolved" -> "endedAt";
            default -> "since";
        };
        return status + " since " + time(word(alert, since));
    }

    private String verdict(JsonNode verdict) {
        String channel = word(verdict, "channel");
        return "%s  alert %s %s  %s%s: %s"
                .formatted(
                        time(word(verdict, "at")),
                        verdict.path("alert").asLong(0),
                        word(verdict, "rule"),
                        word(verdict, "kind").toLowerCase(Locale.ROOT),
                        channel.isEmpty() ? "" : " " + channel,
                        said(verdict));
    }

    /** With who said it, unless that is in the sentence. */
    private static String said(JsonNode verdict) {
        String text = word(verdict, "text");
        return Optional.of(word(verdict, "actor"))
                .filter(actor -> !actor.isEmpty() && !text.contains(actor))
                .map(actor -> actor + ": " + text)
                .orElse(text);
    }

    private String time(String text) {
        try {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH)
                    .withZone(zone)
                    .format(Instant.parse(text));
        } catch (DateTimeException _) {
            return text;
        }
    }

    /** In one line; targets can put anything into messages, so nothing that steers a terminal passes. */
    private static String word(JsonNode node, String name) {
        return node.path(name)
                .asString("")
                .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                .strip();
    }
}
