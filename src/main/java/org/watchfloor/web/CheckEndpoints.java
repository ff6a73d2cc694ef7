package org.watchfloor.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchfloor.config.Check;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;

/** Checks as they are now. */
final class CheckEndpoints {
    private final Snapshots snapshots;

    CheckEndpoints(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    Reply list(Call call) {
        Snapshot now = snapshots.current();
        List<Check> checks = now.state().layout().checks();
        List<CheckJson.Summary> summaries = new ArrayList<>(checks.size());
        for (int slot = 0; slot < checks.size(); slot++) {
            summaries.add(CheckJson.Summary.of(checks.get(slot), now.checks().get(slot)));
        }
        return Reply.ok(new CheckList(now.at(), summaries));
    }

    Reply one(Call call) {
        Snapshot now = snapshots.current();
        Check check = Known.check(now, call.checkId());
        return Reply.ok(CheckJson.Detail.of(
                now.at(), check, now.check(check.id()).orElseThrow(), CheckJson.Descent.of(now.state(), check)));
    }

    /** All checks in the order of the site. */
    record CheckList(Instant at, List<CheckJson.Summary> checks) {}
}
