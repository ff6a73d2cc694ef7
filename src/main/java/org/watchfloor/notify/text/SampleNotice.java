package org.watchfloor.notify.text;

import java.time.Instant;
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

/** What templates are tried with: every text is there and holds what breaks quotes. */
final class SampleNotice {
    private static final String ODD_TEXT = "it's \"odd\" \\ <&>\n\ttwo lines";
    private static final Labels LABELS = Labels.of(Map.of("host", "web-1", "rule", ODD_TEXT));
    private static final Instant START = Instant.EPOCH;

    static final Notice ODD = new Notice(
            new NoticeId(1),
            new ChannelId("sample"),
            Notice.Kind.FIRING,
            START,
            LABELS,
            "sample",
            List.of(item(1, Optional.empty()), item(2, Optional.of(START.plusSeconds(60)))),
            1,
            ODD_TEXT);

    private SampleNotice() {}

    private static Notice.Item item(long id, Optional<Instant> end) {
        return new Notice.Item(
                new AlertId(id),
                Severity.CRITICAL,
                LABELS,
                ODD_TEXT,
                ODD_TEXT,
                ODD_TEXT,
                ODD_TEXT,
                ODD_TEXT,
                START,
                end,
                Optional.of(Actor.SYSTEM));
    }
}
