package org.watchfloor.notify.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.text.Excerpt;
import org.watchfloor.notify.text.NoticeText;

/** A notice as Block Kit (docs.slack.dev, blocks): a headline, and a section for each of the first ten alerts. Immutable. */
final class SlackMessage {
    private static final int HEADER = 150;
    /** Of 3,000: escaping makes it longer. */
    private static final int SECTION = 1_500;

    private static final int TEXT = 3_000;
    private static final int MOST_ALERTS = 10;

    private final NoticeText text;

    SlackMessage(NoticeText text) {
        this.text = text;
    }

    /** {@code text}, which is for notifications, and {@code blocks}; mutable and owned by the caller. */
    Map<String, Object> of(Notice notice) {
        String title = text.title(notice);
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "header", "text", block("plain_text", Excerpt.line(title, HEADER))));
        if (!notice.note().isEmpty()) {
            blocks.add(section(escape(Excerpt.cut(notice.note(), SECTION))));
        }
        notice.alerts().stream().limit(MOST_ALERTS).forEach(item -> blocks.add(section(alert(item))));
        int left = notice.more() + Math.max(0, notice.alerts().size() - MOST_ALERTS);
        if (left > 0) {
            blocks.add(section("… and " + left + " more"));
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("text", escape(Excerpt.line(title, TEXT)));
        message.put("blocks", blocks);
        return message;
    }

    private String alert(Notice.Item item) {
        String body = String.join("\n", text.lines(item));
        String shown = escape(Excerpt.cut(body, SECTION));
        return item.runbook().startsWith("http") ? shown + "\n" + link(item.runbook()) : shown;
    }

    private static String link(String url) {
        return "<" + escape(Excerpt.line(url, 1_000).replace("|", "%7C")) + "|Runbook>";
    }

    /** The three characters that mean something in Slack's text. */
    static String escape(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, Object> section(String mrkdwn) {
        return Map.of("type", "section", "text", block("mrkdwn", Excerpt.cut(mrkdwn, TEXT)));
    }

    private static Map<String, Object> block(String type, String content) {
        return Map.of("type", type, "text", content);
    }
}
