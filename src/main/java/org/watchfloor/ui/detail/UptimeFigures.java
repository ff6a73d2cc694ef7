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
            text.set(UNKNOWN);
        }
        if (other || now.isAfter(askedAt.plus(REFRESH))) {
            askedAt = now;
            reply.ask(
                    history.uptime(List.of(check), now.minus(length), now),
                    answer -> text.set(Optional.ofNullable(answer.get(check))
                            .flatMap(this::stated)
                            .orElse(UNKNOWN)),
                    problem -> text.set(UNKNOWN));
        }
    }

    /** An availability never stands without what was not seen of its time. */
    private Optional<String> stated(Uptime uptime) {
        String unseen = Formats.unseen(uptime.unseen(length));
        return uptime.availability().map(share -> Formats.percent(share) + (unseen.isEmpty() ? "" : ", " + unseen));
    }

    void clear() {
        reply.cancel();
        shown = Optional.empty();
        text.set(UNKNOWN);
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
