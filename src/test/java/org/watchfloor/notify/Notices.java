package org.watchfloor.notify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.NoticeId;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.text.NoticeText;

/** Notices as the engine decides them. */
public final class Notices {
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    public static final NoticeText TEXT = new NoticeText(ZoneOffset.ofHours(1));
    public static final String EPISODE = "e-17";
    public static final String RUNBOOK = "https://wiki.example.org/front?a=1&b=2";

    private Notices() {}

    /** One critical alert of web-1/front. */
    public static Notice firing() {
        return of(Notice.Kind.FIRING, item("web-1/front is down: connection refused"));
    }

    public static Notice resolved() {
        return of(Notice.Kind.RESOLVED, ended());
    }

    public static Notice acknowledged() {
        return of(Notice.Kind.ACKNOWLEDGED, item("web-1/front is down: connection refused"));
    }

    public static Notice of(Notice.Kind kind, Notice.Item... items) {
        return new Notice(
                new NoticeId(7),
                new ChannelId("ops"),
                kind,
                START.plusSeconds(30),
                Labels.of(Map.of("host", "web-1")),
                EPISODE,
                List.of(items),
                0,
                "");
    }

    /** The same with a different id and more alerts than listed. */
    public static Notice with(Notice notice, long id, int more, String note) {
        return new Notice(
                new NoticeId(id),
                notice.channel(),
                notice.kind(),
                notice.at(),
                notice.group(),
                notice.episode(),
                notice.alerts(),
                more,
                note);
    }

    public static Notice.Item item(String summary) {
        return item(summary, Severity.CRITICAL, Optional.empty(), Optional.empty());
    }

    public static Notice.Item ended() {
        return item(
                "web-1/front is down: connection refused",
                Severity.CRITICAL,
                Optional.of(START.plusSeconds(720)),
                Optional.of(new Actor("alice")));
    }

    public static Notice.Item item(
            String summary, Severity severity, Optional<Instant> end, Optional<Actor> acknowledged) {
        Labels labels = Labels.of(Map.of("host", "web-1", "check", "front", "rule", "down", "group", "web"));
        return new Notice.Item(
                new AlertId(3),
                severity,
                labels,
                summary,
                "the shop is closed",
                "3 failures in a row",
                "TCP connect fails; last good 09:59",
                RUNBOOK,
                START,
                end,
                acknowledged);
    }
}
