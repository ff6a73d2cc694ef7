package org.watchfloor.notify.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of Alertmanager's webhook, version 4, so that what understands Alertmanager understands Watchfloor. */
final class AlertmanagerBody {
    /** Of an alert that fires. */
    private static final String NO_END = "0001-01-01T00:00:00Z";

    private AlertmanagerBody() {}

    /** @param first whether nothing was told of this episode before */
    static String of(Notice notice, boolean first, String externalUrl) {
        List<Map<String, Object>> alerts =
                notice.alerts().stream().map(item -> alert(item, externalUrl)).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("receiver", notice.channel().value());
        body.put("status", status(notice.isFiring()));
        body.put("alerts", alerts);
        body.put("groupLabels", notice.group().values());
        body.put(
                "commonLabels",
                common(notice.alerts().stream().map(AlertmanagerBody::labels).toList()));
        body.put(
                "commonAnnotations",
                common(notice.alerts().stream()
                        .map(AlertmanagerBody::annotations)
                        .toList()));
        body.put("externalURL", externalUrl);
        body.put("version", "4");
        body.put("groupKey", "{}:{" + notice.group() + "}");
        body.put("truncatedAlerts", notice.more());
        body.put("notification_reason", reason(notice.kind(), first));
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static Map<String, Object> alert(Notice.Item item, String externalUrl) {
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("status", status(item.isFiring()));
        alert.put("labels", labels(item));
        alert.put("annotations", annotations(item));
        alert.put("startsAt", item.startsAt().toString());
        alert.put("endsAt", item.endsAt().map(Instant::toString).orElse(NO_END));
        alert.put("generatorURL", externalUrl);
        alert.put("fingerprint", item.labels().fingerprint());
        return alert;
    }

    private static String status(boolean firing) {
        return firing ? "firing" : "resolved";
    }

    /** Its own, and where it has none of that name, those by which Prometheus' rules are known. */
    static Map<String, String> labels(Notice.Item item) {
        Map<String, String> labels = new TreeMap<>(item.labels().values());
        String rule = item.labels().get("rule");
        labels.putIfAbsent("alertname", rule.isEmpty() ? "Watchfloor" : rule);
        labels.putIfAbsent("severity", severity(item.severity()));
        return labels;
    }

    static Map<String, String> annotations(Notice.Item item) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", item.summary());
        annotations.put("description", item.description());
        annotations.put("explanation", item.explanation());
        annotations.put("diagnosis", item.diagnosis());
        annotations.put("runbook_url", item.runbook());
        annotations.put(
                "acknowledged_by", item.acknowledgedBy().map(Object::toString).orElse(""));
        annotations.values().removeIf(String::isEmpty);
        return annotations;
    }

    /** The words of Prometheus' own rules. */
    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "critical";
            case MEDIUM, LOW -> "warning";
            case INFO -> "info";
        };
    }

    private static Map<String, String> common(List<Map<String, String>> all) {
        Map<String, String> common = new TreeMap<>(all.isEmpty() ? Map.of() : all.getFirst());
        common.entrySet()
                .removeIf(entry -> !all.stream()
                        .allMatch(each ->
                                Optional.ofNullable(each.get(entry.getKey())).equals(Optional.of(entry.getValue()))));
        return common;
    }

    /** Alertmanager's words, of which it has no more; a receiver may drop repetitions by them. */
    private static String reason(Notice.Kind kind, boolean first) {
        return switch (kind) {
            case FIRING, DIGEST, TEST, NOTE -> first ? "first notification" : "new alerts added";
            case REMINDER, ESCALATION, ACKNOWLEDGED -> "repeat interval elapsed";
            case RESOLVED -> "all alerts resolved";
        };
    }
}
