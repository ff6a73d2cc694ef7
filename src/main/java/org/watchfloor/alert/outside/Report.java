package org.watchfloor.alert.outside;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.model.Labels;

/**
 * An alert as it came in, not looked at yet. Names as in Alertmanager's API, version 2.
 *
 * @param generatorUrl what raised it; may be empty
 */
public record Report(
        Map<String, String> labels,
        Map<String, String> annotations,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        String generatorUrl) {
    private static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_DESCRIPTION = 2_000;
    private static final int LONGEST_LINK = 500;
    private static final int LONGEST_SOURCE = 300;

    public Report {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
    }

    /**
     * Cleans what it says and cuts its texts.
     *
     * @param source who sends it: {@code Alertmanager at http://am:9093}
     * @throws NotTaken if its labels cannot be an identity, or it ends before it begins
     */
    public OutsideAlert taken(Feed feed, String source) throws NotTaken {
        Labels clean = OutsideLabels.of(labels);
        if (startsAt.isPresent()
                && endsAt.filter(end -> end.isBefore(startsAt.get())).isPresent()) {
            throw new NotTaken("ends before it begins");
        }
        String from = Plain.line(source, LONGEST_SOURCE);
        return new OutsideAlert(clean, said(clean, from), from, feed, startsAt, endsAt);
    }

    private Said said(Labels clean, String from) {
        Map<String, String> texts = new TreeMap<>(annotations);
        String summary = Plain.line(texts.getOrDefault("summary", ""), LONGEST_SUMMARY);
        texts.remove("summary");
        String runbook = link(texts.getOrDefault("runbook_url", ""));
        if (!runbook.isEmpty()) {
            texts.remove("runbook_url");
        }
        String generator = link(generatorUrl);
        return new Said(
                summary.isEmpty() ? Plain.line(usual(clean), LONGEST_SUMMARY) : summary,
                description(texts),
                "reported by " + from + (generator.isEmpty() ? "" : ", raised by " + generator),
                "",
                runbook);
    }

    private static String usual(Labels clean) {
        String name = clean.get("alertname");
        return (name.isEmpty() ? "an alert" : name) + " of "
                + clean.values().entrySet().stream()
                        .filter(label -> !label.getKey().equals("alertname"))
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** The description, then the annotations that have no place of their own, a line each. */
    private static String description(Map<String, String> texts) {
        String own = texts.getOrDefault("description", texts.getOrDefault("message", ""));
        String others = texts.entrySet().stream()
                .filter(text ->
                        !text.getKey().equals("description") && !text.getValue().equals(own))
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining("\n"));
        return Plain.lines(own + "\n" + others, LONGEST_DESCRIPTION);
    }

    /** Only what a browser opens on another machine; anything else is no link. */
    private static String link(String text) {
        String line = Plain.line(text, LONGEST_LINK);
        try {
            String scheme = new URI(line).getScheme();
            return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? line : "";
        } catch (URISyntaxException _) {
            return "";
        }
    }
}
