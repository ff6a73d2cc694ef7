package org.watchfloor.notify.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import tools.jackson.databind.json.JsonMapper;

/**
 * A notice as plain values, for commands (as JSON) and for templates. Times are ISO 8601 in UTC, absent texts are empty;
 * {@code endsAt} is empty while an alert fires. Immutable.
 */
public final class NoticeJson {
    /** Grows when a key changes its meaning or goes; new keys may come at any time. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BODY = 10_000;

    private final NoticeText text;

    public NoticeJson(NoticeText text) {
        this.text = text;
    }

    /** One JSON object. */
    public String json(Notice notice) {
        return JSON.writeValueAsString(model(notice));
    }

    /** Maps, lists, texts, numbers and switches; mutable and owned by the caller. */
    public Map<String, Object> model(Notice notice) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("schemaVersion", SCHEMA_VERSION);
        model.put("id", notice.id().value());
        model.put("channel", notice.channel().value());
        model.put("kind", notice.kind().name());
        model.put("at", time(notice.at()));
        model.put("episode", notice.episode());
        model.put("idempotencyKey", notice.idempotencyKey());
        model.put("firing", notice.isFiring());
        model.put("severity", notice.severity().name());
        model.put("priority", notice.severity().priority());
        model.put("title", text.title(notice));
        model.put("text", text.body(notice, BODY));
        model.put("note", notice.note());
        model.put("group", notice.group().values());
        model.put("groupList", list(notice.group()));
        model.put("alerts", notice.alerts().stream().map(NoticeJson::model).toList());
        model.put("more", notice.more());
        return model;
    }

    static Map<String, Object> model(Notice.Item item) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("alert", item.alert().value());
        model.put("firing", item.isFiring());
        model.put("severity", item.severity().name());
        model.put("priority", item.severity().priority());
        model.put("summary", item.summary());
        model.put("description", item.description());
        model.put("explanation", item.explanation());
        model.put("diagnosis", item.diagnosis());
        model.put("runbook", item.runbook());
        model.put("startsAt", time(item.startsAt()));
        model.put("endsAt", item.endsAt().map(NoticeJson::time).orElse(""));
        model.put("acknowledgedBy", item.acknowledgedBy().map(Actor::name).orElse(""));
        model.put("labels", item.labels().values());
        model.put("labelList", list(item.labels()));
        model.put("fingerprint", item.labels().fingerprint());
        return model;
    }

    /** The same as pairs, because a template cannot walk through a mapping. */
    private static List<Map<String, String>> list(Labels labels) {
        return labels.values().entrySet().stream()
                .map(label -> Map.of("name", label.getKey(), "value", label.getValue()))
                .toList();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
