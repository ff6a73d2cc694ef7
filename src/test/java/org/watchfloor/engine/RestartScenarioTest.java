package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/** Restarts and reloads in the middle of an outage: what is still known. */
class RestartScenarioTest {
    private static final String FRONT = "web-1/front";

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();
    private final Sites sites = Sites.site().every(Duration.ofSeconds(30)).host("web-1", "front", "back");
    private final TestEngine engine = TestEngine.of(sites.build(), clock, probe);

    @Test
    void remembersAcrossARestart() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        Instant downSince = engine.health(FRONT).since();
        Restored restored = engine.restorable();
        clock.advance(Duration.ofMinutes(1));
        TestEngine second = TestEngine.restored(restored, sites.build(), clock, probe);

        assertThat(second.state(FRONT)).isEqualTo(State.DOWN);
        assertThat(second.health(FRONT).since()).isEqualTo(downSince);
        assertThat(second.openIncidents()).hasSize(1);
        assertThat(second.state().gaps()).singleElement().extracting(Gap::cause).isEqualTo(Gap.Cause.NOT_RUNNING);
        second.runFor(Duration.ofMinutes(5));
        assertThat(second.openIncidents()).isEqualTo(restored.openIncidents());
    }

    @Test
    void goesOnAskingMoreOftenAfterARestart() {
        Sites eager = Sites.site()
                .every(Duration.ofMinutes(10))
                .retryEvery(Duration.ofSeconds(5))
                .host("web-1", "front");
        probe.goesDown(FRONT, Reason.REFUSED);
        TestEngine first = TestEngine.of(eager.build(), clock, probe);
        first.runFor(Duration.ofMinutes(30));
        TestEngine second = TestEngine.restored(first.restorable(), eager.build(), clock, probe);
        second.runFor(Duration.ofMinutes(1));

        assertThat(second.starts()).hasSizeGreaterThan(5);
    }

    @Test
    void staysPausedByAPersonAcrossARestart() {
        engine.tell(new Event.Pause(List.of(CheckId.parse(FRONT)), TestEngine.ALICE));
        TestEngine second = TestEngine.restored(engine.restorable(), sites.build(), clock, probe);
        second.runFor(Duration.ofMinutes(5));

        assertThat(second.state(FRONT)).isEqualTo(State.PAUSED);
    }

    @Test
    void wakesUpWhenTheFileEnablesItAgain() {
        Sites off = Sites.site().disabled().host("web-1", "front");
        TestEngine first = TestEngine.of(off.build(), clock, probe);
        State disabled = first.state(FRONT);
        TestEngine second = TestEngine.restored(first.restorable(), sites.build(), clock, probe);
        second.runFor(Duration.ofMinutes(1));

        assertThat(disabled).isEqualTo(State.PAUSED);
        assertThat(second.state(FRONT)).isEqualTo(State.UP);
    }

    @Test
    void keepsStateAndScheduleOfUnchangedChecksOnReload() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        int starts = engine.starts().size();
        engine.tell(new Event.SiteLoaded(Sites.site()
                .every(Duration.ofSeconds(30))
                .host("web-1", "front", "back", "more")
                .build()));
        engine.runFor(Duration.ofMillis(100));

        assertThat(engine.state(FRONT)).isEqualTo(State.DOWN);
        assertThat(engine.starts().size() - starts).isLessThanOrEqualTo(1);
    }

    @Test
    void resolvesTheIncidentOfAHostThatIsGone() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        engine.tell(new Event.SiteLoaded(Sites.site().host("web-2", "front").build()));

        assertThat(engine.openIncidents()).isEmpty();
    }

    @Test
    void opensAnIncidentForWhatIsStillDownWhenItComesBack() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        engine.tell(new Event.SiteLoaded(Sites.site().host("web-2", "front").build()));
        engine.runFor(Duration.ofMinutes(1));
        engine.tell(new Event.SiteLoaded(sites.build()));
        State atFirst = engine.state(FRONT);
        engine.runFor(Duration.ofMinutes(5));

        assertThat(atFirst).isEqualTo(State.UNKNOWN);
        assertThat(engine.state(FRONT)).isEqualTo(State.DOWN);
        assertThat(engine.openIncidents())
                .singleElement()
                .satisfies(incident -> assertThat(incident.involved()).containsExactly(CheckId.parse(FRONT)));
    }

    @Test
    void confirmsAnewAfterARestartWhatNoIncidentTells() {
        probe.goesDown(FRONT, Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        engine.tell(new Event.SiteLoaded(Sites.site().host("web-2", "front").build()));
        TestEngine second = TestEngine.restored(engine.restorable(), sites.build(), clock, probe);
        second.runFor(Duration.ofMinutes(5));

        assertThat(second.state(FRONT)).isEqualTo(State.DOWN);
        assertThat(second.openIncidents()).hasSize(1);
    }

    @Test
    void keepsWhatAnOpenIncidentTellsWhenTheCheckComesBack() {
        probe.goesDown(FRONT, Reason.REFUSED);
        probe.goesDown("web-1/back", Reason.REFUSED);
        engine.runFor(Duration.ofMinutes(5));
        Instant downSince = engine.health(FRONT).since();
        List<Incident> incidents = engine.openIncidents();
        engine.tell(new Event.SiteLoaded(
                Sites.site().every(Duration.ofSeconds(30)).host("web-1", "back").build()));
        engine.tell(new Event.SiteLoaded(sites.build()));

        assertThat(engine.health(FRONT).since()).isEqualTo(downSince);
        assertThat(engine.openIncidents()).isEqualTo(incidents);
    }

    @Test
    void keepsTheSiteInForceWhenANewOneIsRejected() {
        engine.runFor(Duration.ofMinutes(1));
        engine.tell(new Event.SiteRejected(List.of(new ConfigProblem(Sites.PLACE, "bad", "mend it"))));

        assertThat(engine.state(FRONT)).isEqualTo(State.UP);
        assertThat(engine.state().configProblems()).hasSize(1);
    }
}
