package org.watchfloor.notify.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.watchfloor.model.Notice;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that an Alertmanager takes at {@code /api/v2/alerts}. It knows an alert by its labels, the severity among
 * them, and forgets what has no end after its {@code resolve_timeout}. So each alert is posted under each word for a
 * severity, ended but for the one that holds now, and what fires is said to end in 30 days, if Watchfloor does not tell
 * the end before.
 */
final class AlertmanagerPost {
    static final String PATH = "/api/v2/alerts";

    private static final Duration OPEN = Duration.ofDays(30);
    private static final Duration TEST = Duration.ofMinutes(5);
    private static final Set<String> WORDS = Set.of("critical", "warning", "info");
    private static final String SEVERITY = "severity";

    private AlertmanagerPost() {}

    static String of(Notice notice, String externalUrl) {
        List<Map<String, Object>> alerts = new ArrayList<>();
        notice.alerts().forEach(item -> alerts.addAll(alerts(notice, item, externalUrl)));
        return JsonMapper.shared().writeValueAsString(alerts);
    }

    private static List<Map<String, Object>> alerts(Notice notice, Notice.Item item, String externalUrl) {
        Map<String, String> labels = AlertmanagerBody.labels(item);
        List<Map<String, Object>> alerts = new ArrayList<>();
        alerts.add(alert(item, labels, end(notice, item), externalUrl));
        boolean isOwn = item.labels().get(SEVERITY).isEmpty(); // otherwise it is part of the identity here too
        if (isOwn && !isShort(notice)) {
            WORDS.stream()
                    .sorted()
                    .filter(word -> !word.equals(labels.get(SEVERITY)))
                    .forEach(word -> {
                        Map<String, String> other = new TreeMap<>(labels);
                        other.put(SEVERITY, word);
                        alerts.add(alert(item, other, over(notice, item), externalUrl));
                    });
        }
        return alerts;
    }

    private static Instant end(Notice notice, Notice.Item item) {
        return item.endsAt().orElse(notice.at().plus(isShort(notice) ? TEST : OPEN));
    }

    /** Nothing lasts that it tells of. */
    private static boolean isShort(Notice notice) {
        return notice.kind() == Notice.Kind.TEST || notice.kind() == Notice.Kind.NOTE;
    }

    private static Instant over(Notice notice, Notice.Item item) {
        Instant end = item.endsAt().orElse(notice.at());
        return end.isBefore(item.startsAt()) ? item.startsAt() : end;
    }

    private static Map<String, Object> alert(
            Notice.Item item, Map<String, String> labels, Instant end, String externalUrl) {
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("labels", labels);
        alert.put("annotations", AlertmanagerBody.annotations(item));
        alert.put("startsAt", item.startsAt().toString());
        alert.put("endsAt", end.toString());
        if (!externalUrl.isEmpty()) {
            alert.put("generatorURL", externalUrl);
        }
        return alert;
    }
}
