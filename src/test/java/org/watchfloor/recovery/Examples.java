package org.watchfloor.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.Place;

/** Runbooks that no file holds. */
final class Examples {
    static final Runbook NOTHING = new Runbook(
            new RunbookId("nothing"),
            "Nothing",
            new Scope(Set.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
            100,
            Runbook.Strategy.CUSTOM,
            new Guards(List.of(), Budget.DEFAULT, false, false, false, Optional.empty()),
            new Plan(
                    List.of(), Map.of(), List.of(), new Proof.None("example"), Optional.empty(), Duration.ofMinutes(1)),
            new Place("site.yaml", 1, 1));

    private Examples() {}
}
