package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Site;
import org.watchfloor.health.Rollup;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

class SnapshotMakerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final HostId CALM = new HostId("calm");
    private static final HostId STORMY = new HostId("stormy");

    private final Decider decider = new Decider();
    private final SnapshotMaker maker = new SnapshotMaker(NOW, List::of);
    private EngineState state = EngineState.empty(NOW);

    @Test
    void rollsUpOnlyTheHostsThatChanged() {
        load(Sites.site()
                .unhealthyAfter(1)
                .host("calm", "a", "b")
                .host("stormy", "a", "b")
                .build());
        Rollup calm = rollup(CALM);
        answer("stormy/a", new Outcome.Down(Reason.REFUSED, "refused"));

        assertThat(rollup(STORMY).state()).isEqualTo(State.DOWN);
        assertThat(rollup(CALM)).isSameAs(calm);
    }

    @Test
    void followsEveryChangeOfAHost() {
        load(Sites.site()
                .unhealthyAfter(1)
                .healthyAfter(1)
                .host("stormy", "a", "b")
                .build());
        answer("stormy/a", new Outcome.Up("fine"));
        answer("stormy/b", new Outcome.Up("fine"));
        Rollup up = rollup(STORMY);
        answer("stormy/b", new Outcome.Down(Reason.REFUSED, "refused"));
        Rollup down = rollup(STORMY);
        answer("stormy/b", new Outcome.Up("fine"));

        assertThat(up.counts()).containsOnly(Map.entry(State.UP, 2));
        assertThat(down.counts()).containsOnly(Map.entry(State.UP, 1), Map.entry(State.DOWN, 1));
        assertThat(rollup(STORMY).counts()).isEqualTo(up.counts());
    }

    @Test
    void startsAfreshWithAnotherSite() {
        load(Sites.site().host("stormy", "a", "b").build());
        Rollup two = rollup(STORMY);
        load(Sites.site().host("stormy", "a").build());

        assertThat(two.total()).isEqualTo(2);
        assertThat(rollup(STORMY).total()).isEqualTo(1);
    }

    private void load(Site site) {
        state = decider.decide(state, new Event.SiteLoaded(site), NOW).next();
    }

    private void answer(String check, Outcome outcome) {
        CheckResult result = new CheckResult(
                CheckId.parse(check), NOW, Duration.ofMillis(1), Duration.ZERO, Observation.of(outcome));
        state = decider.decide(state, new Event.CheckFinished(result), NOW).next();
    }

    private Rollup rollup(HostId host) {
        return maker.make(state, NOW, EngineFigures.atStart(NOW)).hosts().getOrDefault(host, Rollup.of(List.of(), NOW));
    }
}
