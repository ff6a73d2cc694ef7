package org.watchfloor.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchfloor.incident.TimelineEntry.Kind;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.State;

class IncidentTrackerTest {
    private static final HostId HOST = new HostId("web-1");
    private static final CheckId FRONT = new CheckId(HOST, "front");
    private static final CheckId BACK = new CheckId(HOST, "back");
    private static final Actor ALICE = new Actor("alice");
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void opensAtTheFirstHardFailure() {
        Incident incident = opened();

        assertThat(incident.startedAt()).isEqualTo(START);
        assertThat(incident.timeToDetect()).isEqualTo(Duration.ofSeconds(60));
        assertThat(incident.summary()).isEqualTo("web-1/front is down: refused");
        assertThat(incident.isOpen()).isTrue();
    }

    @Test
    void takesFurtherChecksOfTheHostIn() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.of(opened()));
        tracker.hardDown(BACK, START, "refused", START.plusSeconds(90), new IncidentId(8));

        Incident widened = tracker.change().incident().orElseThrow();
        assertThat(widened.id()).isEqualTo(new IncidentId(7));
        assertThat(widened.involved()).containsExactlyInAnyOrder(FRONT, BACK);
    }

    @Test
    void isResolvedWhenNothingInvolvedIsInTrouble() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.of(opened()));
        tracker.settle(Set.of(BACK), "works again", START.plusSeconds(300));

        Incident resolved = tracker.change().incident().orElseThrow();
        assertThat(resolved.timeToRepair()).contains(Duration.ofMinutes(5));
        assertThat(tracker.change().lines())
                .extracting(IncidentTracker.Line::kind)
                .containsExactly(Kind.RESOLVED);
    }

    @Test
    void staysOpenWhileACheckIsInTrouble() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.of(opened()));
        tracker.settle(Set.of(FRONT), "works again", START.plusSeconds(300));

        assertThat(tracker.change().incident()).isEmpty();
    }

    @Test
    void isAcknowledgedOnce() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.of(opened()));
        tracker.acknowledge(ALICE, "on it", START.plusSeconds(120));
        tracker.acknowledge(new Actor("bob"), "me too", START.plusSeconds(130));

        Incident acknowledged = tracker.change().incident().orElseThrow();
        assertThat(acknowledged.timeToAcknowledge()).contains(Duration.ofSeconds(60));
        assertThat(tracker.change().lines())
                .extracting(IncidentTracker.Line::text)
                .containsExactly("acknowledged: on it");
    }

    @Test
    void tellsOnlyOfChecksThatAreInvolved() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.of(opened()));
        tracker.stateChanged(BACK, State.UP, "fine", START.plusSeconds(90));
        tracker.stateChanged(FRONT, State.UP, "fine", START.plusSeconds(90));

        assertThat(tracker.change().lines())
                .extracting(IncidentTracker.Line::text)
                .containsExactly("web-1/front is up: fine");
    }

    @Test
    void hasNothingToTellWithoutAnIncident() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.empty());
        tracker.note(ALICE, "hello", START);
        tracker.gap("nothing was observed", START);
        tracker.settle(Set.of(), "works again", START);

        assertThat(tracker.change()).isEqualTo(new IncidentTracker.Change(Optional.empty(), List.of()));
    }

    private static Incident opened() {
        IncidentTracker tracker = new IncidentTracker(HOST, Optional.empty());
        tracker.hardDown(FRONT, START, "refused", START.plusSeconds(60), new IncidentId(7));
        return tracker.change().incident().orElseThrow();
    }
}
