package org.watchfloor.engine;

import java.util.Collection;
import java.util.List;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Site;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Gap;
import org.watchfloor.model.IncidentId;

/** Everything that the engine can be told; the only way to change its state. */
public sealed interface Event {
    record CheckFinished(CheckResult result) implements Event {}

    /** Comes about once a second and lets time itself be noticed: results that are overdue. */
    record Tick() implements Event {}

    record GapSeen(Gap gap) implements Event {}

    record SiteLoaded(Site site) implements Event {}

    /** The configuration on disk is invalid; the site in force stays. */
    record SiteRejected(List<ConfigProblem> problems) implements Event {
        public SiteRejected {
            problems = List.copyOf(problems);
        }
    }

    record CheckNow(Collection<CheckId> checks) implements Event {}

    record Pause(Collection<CheckId> checks, Actor by) implements Event {}

    record Resume(Collection<CheckId> checks, Actor by) implements Event {}

    record Acknowledge(IncidentId incident, Actor by, String note) implements Event {}

    record AddNote(IncidentId incident, Actor by, String text) implements Event {}
}
