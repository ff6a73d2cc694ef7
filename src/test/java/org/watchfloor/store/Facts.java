package org.watchfloor.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.engine.Entry;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;
import org.watchfloor.model.Transition;

/** Facts to store. */
final class Facts {
    static final CheckId FRONT = CheckId.parse("web-1/front");
    static final CheckId SHOP = CheckId.parse("web-2/shop");

    private Facts() {}

    static CheckResult up(CheckId check, Instant at, double millis, Measurement... measurements) {
        return result(check, at, millis, new Outcome.Up("fine"), measurements);
    }

    static CheckResult down(CheckId check, Instant at, double millis) {
        return result(check, at, millis, new Outcome.Down(Reason.REFUSED, "connection refused"));
    }

    static Transition transition(long id, CheckId check, Instant at, State from, State to) {
        Optional<Reason> reason = to == State.UP ? Optional.empty() : Optional.of(Reason.REFUSED);
        return new Transition(
                id, check, at, from, to, to == State.DOWN ? State.DOWN : State.UP, reason, "told \"so\"; '");
    }

    static Entry.StateChanged changed(long id, CheckId check, Instant at, State from, State to) {
        return new Entry.StateChanged(transition(id, check, at, from, to));
    }

    static Incident incident(long id, Instant at, Optional<Instant> resolved) {
        return new Incident(
                new IncidentId(id),
                new HostId("web-1"),
                at.minusSeconds(60),
                at,
                Optional.of(new Incident.Acknowledgement(new Actor("ada"), at.plusNanos(123_456_789))),
                resolved,
                Set.of(FRONT, CheckId.parse("web-1/disk")),
                "web-1 is down: connection refused");
    }

    static TimelineEntry note(long id, long incident, Instant at) {
        return new TimelineEntry(
                id,
                new IncidentId(incident),
                at,
                TimelineEntry.Kind.NOTE,
                Optional.of(FRONT),
                "looked at the switch – ☂",
                Optional.of(new Actor("ada")));
    }

    private static CheckResult result(
            CheckId check, Instant at, double millis, Outcome outcome, Measurement... measurements) {
        Observation observation = new Observation(outcome, Timings.NONE, List.of(measurements), List.of());
        return new CheckResult(check, at, Duration.ofNanos((long) (millis * 1e6)), Duration.ZERO, observation);
    }
}
