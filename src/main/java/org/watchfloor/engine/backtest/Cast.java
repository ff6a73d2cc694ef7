package org.watchfloor.engine.backtest;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.engine.Keeping;
import org.watchfloor.engine.Looks;
import org.watchfloor.engine.Recordings.Change;
import org.watchfloor.engine.Recordings.Track;
import org.watchfloor.model.CheckId;

/** All checks that a rule looks at, as they were. Confined to the thread of the back-test. */
final class Cast {
    private final Map<CheckId, PastCheck> checks = new LinkedHashMap<>();
    private final Pauses pauses;

    Cast(Scope scope, Keeping keeping, Map<CheckId, List<Change>> changes, Pauses pauses, Instant begin) {
        this.pauses = pauses;
        for (CheckId id : scope.subjects().keySet()) {
            PastCheck check = new PastCheck(id, keeping, changes.getOrDefault(id, List.of()), pauses);
            check.settle(begin);
            checks.put(id, check);
        }
    }

    Collection<PastCheck> checks() {
        return checks.values();
    }

    Pauses pauses() {
        return pauses;
    }

    List<PastCheck> of(List<CheckId> ids) {
        return ids.stream().map(checks::get).toList();
    }

    /** Hands every check its part of an hour. */
    void load(List<Track> hour) {
        Looks.of(hour).forEach((id, pages) -> {
            PastCheck check = checks.get(id);
            if (check != null) {
                pages.forEach(check::load);
            }
        });
    }
}
