package org.watchfloor.notify.pagerduty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.text.Excerpt;
import org.watchfloor.notify.text.NoticeText;
import tools.jackson.databind.json.JsonMapper;

/** A notice as an event of the API, version 2. Immutable. */
final class PagerDutyEvent {
    private static final int SUMMARY = 1_024;
    private static final int KEY = 255;
    private static final int DETAILS = 20_000;

    private final NoticeText text;

    PagerDutyEvent(NoticeText text) {
        this.text = text;
    }

    String json(Notice notice, String routingKey) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("routing_key", routingKey);
        event.put("event_action", action(notice));
        event.put("dedup_key", Excerpt.cut(notice.episode(), KEY));
        event.put("client", "Watchfloor");
        event.put("payload", payload(notice));
        event.put("links", links(notice));
        return JsonMapper.shared().writeValueAsString(event);
    }

    private static String action(Notice notice) {
        return switch (notice.kind()) {
            case ACKNOWLEDGED -> "acknowledge";
            case RESOLVED -> notice.isFiring() ? "trigger" : "resolve"; // of a part of the group, or of all
            case FIRING, REMINDER, ESCALATION, DIGEST, TEST, NOTE -> "trigger";
        };
    }

    private Map<String, Object> payload(Notice notice) {
        Optional<Notice.Item> worst = notice.alerts().stream().findFirst();
        Labels labels = worst.map(Notice.Item::labels).orElse(notice.group());
        String host = labels.get("host");
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("summary", Excerpt.line(text.title(notice), SUMMARY));
        payload.put("source", host.isEmpty() ? "Watchfloor" : host);
        payload.put("severity", severity(notice.severity()));
        payload.put(
                "timestamp",
                worst.map(Notice.Item::startsAt).orElse(notice.at()).toString());
        putUnlessEmpty(payload, "component", labels.get("check"));
        putUnlessEmpty(payload, "group", labels.get("group"));
        putUnlessEmpty(payload, "class", labels.get("rule"));
        payload.put("custom_details", details(notice, labels));
        return payload;
    }

    private Map<String, Object> details(Notice notice, Labels labels) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("text", text.body(notice, DETAILS));
        details.put("alerts", notice.alerts().size() + notice.more());
        details.put("labels", labels.values());
        return details;
    }

    private static List<Map<String, String>> links(Notice notice) {
        return notice.alerts().stream()
                .map(Notice.Item::runbook)
                .filter(runbook -> runbook.startsWith("http://") || runbook.startsWith("https://"))
                .distinct()
                .map(runbook -> Map.of("href", runbook, "text", "Runbook"))
                .toList();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "critical";
            case HIGH -> "error";
            case MEDIUM, LOW -> "warning";
            case INFO -> "info";
        };
    }

    private static void putUnlessEmpty(Map<String, Object> payload, String key, String value) {
        if (!value.isEmpty()) {
            payload.put(key, value);
        }
    }
}
