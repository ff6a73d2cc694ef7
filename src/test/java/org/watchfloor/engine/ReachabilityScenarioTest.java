package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Need;
import org.watchfloor.config.Site;
import org.watchfloor.incident.Incident;
import org.watchfloor.incident.TimelineEntry.Kind;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Reason;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;

/** Something breaks that others lie behind: what is down, what is only out of sight, and what opens an incident. */
class ReachabilityScenarioTest {
    private static final String GW = "gw-1/ping";
    private static final String OTHER_GW = "gw-2/ping";
    private static final String WEB = "web-1/front";
    private static final String API = "api-1/http";
    private static final Duration CONFIRMED = Duration.ofMinutes(2);

    private final TestClock clock = TestClock.at("2026-01-05T09:00:00Z");
    private final FakeProbe probe = new FakeProbe();

    @Test
    void whatLiesBehindADownParentIsUnreachableAndOpensNothing() {
        TestEngine engine =
                running(sites().host("gw-1", "ping").host("web-1", "front").behind(host("gw-1")));

        down(GW, WEB);
        engine.runFor(CONFIRMED);

        assertThat(engine.state(GW)).isEqualTo(State.DOWN);
        assertThat(engine.state(WEB)).isEqualTo(State.UNREACHABLE);
        assertThat(engine.health(WEB).behind()).contains("gw-1");
        assertThat(engine.openIncidents()).extracting(Incident::host).containsExactly(new HostId("gw-1"));
    }

    @Test
    void aChildThatWasConfirmedFirstIsFoldedIntoItsParentsIncident() {
        TestEngine engine =
                running(sites().host("gw-1", "ping").host("web-1", "front").behind(host("gw-1")));

        down(WEB);
        engine.runFor(CONFIRMED);
        boolean openedItsOwn = engine.openIncidents().getFirst().host().equals(new HostId("web-1"));
        down(GW);
        engine.runFor(CONFIRMED);

        assertThat(openedItsOwn).isTrue();
        assertThat(engine.state(WEB)).isEqualTo(State.UNREACHABLE);
        assertThat(engine.openIncidents()).extracting(Incident::host).containsExactly(new HostId("gw-1"));
        assertThat(engine.timeline()).contains(Kind.CONSEQUENCE);
    }

    @Test
    void staysDownWhileTheParentOnlyHasTroubleOfItsOwn() {
        TestEngine engine = running(
                sites().host("gw-1", "ping", "admin").host("web-1", "front").behind(host("gw-1")));

        down("gw-1/admin", WEB);
        engine.runFor(CONFIRMED);

        assertThat(engine.state(WEB)).isEqualTo(State.DOWN);
        assertThat(engine.openIncidents()).hasSize(2);
    }

    @Test
    void theAliveCheckAloneSaysWhetherTheParentIsThere() {
        TestEngine engine = running(sites().host("gw-1", "ping", "admin")
                .alive("ping")
                .host("web-1", "front")
                .behind(host("gw-1")));

        down(GW, WEB);
        engine.runFor(CONFIRMED);

        assertThat(engine.state("gw-1/admin")).isEqualTo(State.UP);
        assertThat(engine.state(WEB)).isEqualTo(State.UNREACHABLE);
    }

    @Test
    void oneOfTwoRedundantParentsIsEnough() {
        TestEngine engine = running(sites().host("gw-1", "ping")
                .host("gw-2", "ping")
                .host("web-1", "front")
                .behind(new Need<>(1, List.of(new HostId("gw-1"), new HostId("gw-2")))));

        down(GW, WEB);
        engine.runFor(CONFIRMED);
        State withOneGateway = engine.state(WEB);
        down(OTHER_GW);
        engine.runFor(CONFIRMED);

        assertThat(withOneGateway).isEqualTo(State.DOWN);
        assertThat(engine.state(WEB)).isEqualTo(State.UNREACHABLE);
        assertThat(engine.health(WEB).behind()).contains("gw-1 and gw-2");
    }

    @Test
    void theRootIsNamedThroughAChainOfParents() {
        TestEngine engine = running(sites().host("gw-1", "ping")
                .host("switch-1", "ping")
                .behind(host("gw-1"))
                .host("web-1", "front")
                .behind(host("switch-1")));

        down(WEB, "switch-1/ping");
        engine.runFor(CONFIRMED);
        down(GW);
        engine.runFor(CONFIRMED);

        assertThat(engine.state("switch-1/ping")).isEqualTo(State.UNREACHABLE);
        assertThat(engine.health(WEB).behind()).contains("gw-1");
        assertThat(engine.openIncidents()).extracting(Incident::host).containsExactly(new HostId("gw-1"));
    }

    @Test
    void aServiceLiesBehindTheServiceThatItDependsOn() {
        TestEngine engine = running(sites().host("db-1", "sql")
                .host("api-1", "http")
                .service("database", List.of(), "db-1/sql")
                .service("api", List.of(Need.of(new ServiceId("database"))), API));

        down("db-1/sql", API);
        engine.runFor(CONFIRMED);

        assertThat(engine.state(API)).isEqualTo(State.UNREACHABLE);
        assertThat(engine.health(API).behind()).contains("database");
    }

    @Test
    void aRecoveryUpstreamRaisesNoFalseAlarmDownstream() {
        TestEngine engine =
                running(sites().host("gw-1", "ping").host("web-1", "front").behind(host("gw-1")));
        down(GW, WEB);
        engine.runFor(CONFIRMED);

        probe.comesUp(GW);
        probe.comesUp(WEB);
        engine.runFor(CONFIRMED);

        assertThat(engine.state(WEB)).isEqualTo(State.UP);
        assertThat(engine.transitions()).doesNotContain("web-1/front UNREACHABLE -> DOWN");
        assertThat(engine.openIncidents()).isEmpty();
    }

    @Test
    void whatStaysDownWhenItsParentIsBackOpensItsOwnIncident() {
        TestEngine engine =
                running(sites().host("gw-1", "ping").host("web-1", "front").behind(host("gw-1")));
        down(GW, WEB);
        engine.runFor(CONFIRMED);

        probe.comesUp(GW);
        engine.runFor(Duration.ofMinutes(4));

        assertThat(engine.state(WEB)).isEqualTo(State.DOWN);
        assertThat(engine.openIncidents()).extracting(Incident::host).containsExactly(new HostId("web-1"));
    }

    @Test
    void pausingTheParentBringsItsChildrenBackIntoSight() {
        TestEngine engine =
                running(sites().host("gw-1", "ping").host("web-1", "front").behind(host("gw-1")));
        down(GW, WEB);
        engine.runFor(CONFIRMED);

        engine.tell(new Event.Pause(List.of(CheckId.parse(GW)), TestEngine.ALICE));

        assertThat(engine.health(WEB).behind()).isEmpty();
        assertThat(engine.state(WEB)).isEqualTo(State.PENDING);
    }

    @Test
    void aSiteWithoutTheParentShowsTheChildAgain() {
        TestEngine engine =
                running(sites().host("gw-1", "ping").host("web-1", "front").behind(host("gw-1")));
        down(GW, WEB);
        engine.runFor(CONFIRMED);

        engine.tell(new Event.SiteLoaded(
                sites().host("gw-1", "ping").host("web-1", "front").build()));

        assertThat(engine.health(WEB).behind()).isEmpty();
    }

    private static Sites sites() {
        return Sites.site().every(Duration.ofSeconds(30));
    }

    private static Need<HostId> host(String id) {
        return Need.of(new HostId(id));
    }

    private TestEngine running(Sites sites) {
        Site site = sites.build();
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.runFor(Duration.ofMinutes(1));
        return engine;
    }

    private void down(String... checks) {
        for (String check : checks) {
            probe.goesDown(check, Reason.CONNECT_TIMEOUT);
        }
    }
}
