package org.watchfloor.notify.opsgenie;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.text.Excerpt;
import org.watchfloor.notify.text.NoticeText;
import tools.jackson.databind.json.JsonMapper;

/** A notice as bodies of the Alert API, within its limits. Immutable. */
final class OpsgenieAlert {
    private static final String SOURCE = "Watchfloor";
    private static final int MESSAGE = 130;
    private static final int ALIAS = 512;
    private static final int DESCRIPTION = 15_000;
    private static final int NOTE = 25_000;
    private static final int TAG = 50;
    private static final int MOST_TAGS = 20;
    /** Of 8,000 in all. */
    private static final int DETAIL = 300;

    private static final int MOST_DETAILS = 20;

    private final NoticeText text;
    private final List<String> tags;

    OpsgenieAlert(NoticeText text, List<String> tags) {
        this.text = text;
        this.tags = tags.stream()
                .limit(MOST_TAGS)
                .map(tag -> Excerpt.line(tag, TAG))
                .toList();
    }

    /** Names the alert of the episode. */
    static String alias(Notice notice) {
        return Excerpt.cut(notice.episode(), ALIAS);
    }

    /** To create it, or to count once more if it is open. */
    String created(Notice notice) {
        Labels labels = labels(notice);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", Excerpt.line(text.title(notice), MESSAGE));
        body.put("alias", alias(notice));
        body.put("description", text.whole(notice, DESCRIPTION));
        body.put("priority", notice.severity().priority());
        body.put("tags", tags);
        body.put("details", details(labels));
        body.put("source", SOURCE);
        if (!labels.get("host").isEmpty()) {
            body.put("entity", labels.get("host"));
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    /** To acknowledge or close it. */
    String action(Notice notice) {
        return JsonMapper.shared().writeValueAsString(Map.of("source", SOURCE, "note", text.whole(notice, NOTE)));
    }

    private static Labels labels(Notice notice) {
        return notice.alerts().stream().findFirst().map(Notice.Item::labels).orElse(notice.group());
    }

    private static Map<String, String> details(Labels labels) {
        Map<String, String> details = new TreeMap<>();
        labels.values().entrySet().stream()
                .limit(MOST_DETAILS)
                .forEach(label -> details.put(label.getKey(), Excerpt.cut(label.getValue(), DETAIL)));
        return details;
    }
}
