package org.watchfloor.ui.fx;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** The check that is meant when several are pointed at and one can be looked at. Pure function. */
public final class WorstCheck {
    private WorstCheck() {}

    /** The worst of those that are not paused; of equally bad ones the first. */
    public static Optional<CheckId> of(Collection<CheckId> checks, Snapshot now) {
        return checks.stream()
                .flatMap(check -> now.check(check).stream())
                .filter(health -> health.state() != State.PAUSED)
                .min(Comparator.comparing(CheckHealth::state))
                .map(CheckHealth::check);
    }
}
