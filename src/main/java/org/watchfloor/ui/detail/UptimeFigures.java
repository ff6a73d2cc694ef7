package org.watchfloor.ui.detail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.watchfloor.engine.History;
import org.watchfloor.engine.History.Uptime;
import org.watchfloor.model.CheckId;
import org.watchfloor.ui.fx.Formats;
import org.watchfloor.ui.fx.LatestReply;

/** How much of a span up to now a check worked; asks again once a minute. FX thread only. */
final class UptimeFigures {
    private static final Duration REFRESH = Duration.ofMinutes(1);
    private static final String UNKNOWN = "–";

    private final History history;
    private final Duration length;
    private final LatestReply<Map<CheckId, Uptime>> reply;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", UNKNOWN);
    private final ReadOnlyStringWrapper unseen = new ReadOnlyStringWrapper(this, "unseen", "");
    private Optional<CheckId> shown = Optional.empty();
    private Instant askedAt = Instant.MIN;

    UptimeFigures(History history, Duration length, Executor fx) {
        this.history = history;
        this.length = length;
        reply = new LatestReply<>(fx);
    }

    void show(CheckId check, Instant now) {
        boolean other = !shown.equals(Optional.of(check));
        if (other) {
            shown = Optional.of(check);
            state(Optional.empty());
        }
        if (other || now.isAfter(askedAt.plus(REFRESH))) {
            askedAt = now;
            reply.ask(
                    history.uptime(List.of(check), now.minus(length), now),
                    answer -> state(Optional.ofNullable(answer.get(check))),
                    problem -> state(Optional.empty()));
        }
    }

    private void state(Optional<Uptime> uptime) {
        Optional<Uptime> seen = uptime.filter(known -> known.availability().isPresent());
        text.set(seen.flatMap(Uptime::availability).map(Formats::percent).orElse(UNKNOWN));
        unseen.set(seen.map(known -> Formats.unseen(known.unseen(length))).orElse(""));
    }

    void clear() {
        reply.cancel();
        shown = Optional.empty();
        state(Optional.empty());
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** What was not seen of that time, which is part of the truth: {@code 12 % not seen}; empty if next to nothing. */
    ReadOnlyStringProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }
}
