package org.watchfloor.app;

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

/** A notice by which a person tries a channel while no engine decides. The time makes it unlike any test before. */
record TestNotice(ChannelId channel, Instant at, Actor by) {
    Notice notice() {
        long number = at.toEpochMilli();
        return new Notice(
                new NoticeId(number),
                channel,
                Notice.Kind.TEST,
                at,
                Labels.NONE,
                "test-" + number,
                List.of(example()),
                0,
                by + " tries this channel; nothing has happened");
    }

    private Notice.Item example() {
        return new Notice.Item(
                new AlertId(0),
                Severity.INFO,
                Labels.of(Map.of("rule", "test", "host", "example")),
                "This is a test of the channel",
                "",
                "",
                "",
                "",
                at,
                Optional.empty(),
                Optional.empty());
    }
}
