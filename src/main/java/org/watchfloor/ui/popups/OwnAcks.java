package org.watchfloor.ui.popups;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Notice;

/** Which alerts the operator has just taken over at this console, so that it does not tell him so. FX thread only. */
public final class OwnAcks {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Actor operator;
    private final Map<AlertId, Instant> given = new HashMap<>();

    public OwnAcks(Actor operator) {
        this.operator = operator;
    }

    /** These are being taken over here. */
    public void given(Collection<AlertId> alerts, Instant at) {
        given.values().removeIf(earlier -> !isFresh(earlier, at));
        alerts.forEach(alert -> given.put(alert, at));
    }

    /** Whether it tells only of what was done here a moment before; the same name at another door does not count. */
    boolean cover(Notice notice) {
        return notice.kind() == Notice.Kind.ACKNOWLEDGED
                && !notice.alerts().isEmpty()
                && notice.alerts().stream().allMatch(item -> isOwn(item, notice.at()));
    }

    private boolean isOwn(Notice.Item item, Instant at) {
        return item.acknowledgedBy().equals(Optional.of(operator))
                && Optional.ofNullable(given.get(item.alert()))
                        .filter(from -> isFresh(from, at))
                        .isPresent();
    }

    private static boolean isFresh(Instant given, Instant at) {
        return Duration.between(given, at).abs().compareTo(FRESH) < 0;
    }
}
