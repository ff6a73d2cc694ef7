package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.Check;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Place;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.config.Threshold;
import org.watchfloor.engine.AlertState;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Layout;
import org.watchfloor.engine.OutwardFigures;
import org.watchfloor.engine.Slots;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.gate.LimitFigures;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Flaps;
import org.watchfloor.health.Recent;
import org.watchfloor.health.Rollup;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Fact;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.PoolFigures;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;

/** Snapshots to look at: a small site with one failing check, or a large one. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    static final HostId WEB = new HostId("web-1");
    static final CheckId FRONT = new CheckId(WEB, "front");
    static final CheckId SSH = new CheckId(WEB, "ssh");
    static final IncidentId OPEN = new IncidentId(7);
    static final MachineFigures CALM = new MachineFigures(0.1, 0.2, 4, 0.5, 400, 200, 1_000, 1_000, 700);

    private static final Place PLACE = new Place("hosts.yaml", 3, 5);

    private Scene() {}

    /** Two checks, one of them down, and an open incident. */
    static Snapshot small() {
        Host host = new Host(
                WEB,
                "Web \"one\"",
                "192.0.2.1",
                Optional.of(new GroupId("edge")),
                List.of(),
                Optional.empty(),
                Set.of("prod"),
                List.of(check(FRONT), check(SSH)),
                PLACE);
        Site site = new Site(
                List.of(new Group(new GroupId("edge"), "Edge", PLACE)), List.of(host), List.of(), Settings.DEFAULT);
        Incident incident = new Incident(
                OPEN,
                WEB,
                NOW.minusSeconds(90),
                NOW.minusSeconds(30),
                Optional.empty(),
                Optional.empty(),
                Set.of(FRONT),
                "web-1 is down: connection refused");
        return snapshot(site, List.of(down(FRONT), CheckHealth.unseen(SSH, NOW)), Map.of(WEB, incident));
    }

    /** As many hosts as said, ten checks each, all up with phases and measurements. */
    static Snapshot large(int hosts) {
        List<Host> all = new ArrayList<>();
        List<CheckHealth> healths = new ArrayList<>();
        for (int number = 0; number < hosts; number++) {
            HostId id = new HostId("host-%05d".formatted(number));
            List<Check> checks = new ArrayList<>();
            for (int index = 0; index < 10; index++) {
                CheckId check = new CheckId(id, "http-" + index);
                checks.add(check(check));
                healths.add(up(check));
            }
            all.add(new Host(
                    id,
                    id.value(),
                    "192.0.2.1",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Set.of(),
                    checks,
                    PLACE));
        }
        return snapshot(new Site(List.of(), all, List.of(), Settings.DEFAULT), healths, Map.of());
    }

    static Snapshot with(Snapshot from, long transition) {
        EngineState state = from.state();
        return withState(
                from,
                new EngineState(
                        state.layout(),
                        state.checks(),
                        Map.of(),
                        state.openIncidents(),
                        state.gaps(),
                        new EngineState.Counters(transition, 0, 0),
                        state.alerting(),
                        state.configProblems(),
                        state.siteLoadedAt()));
    }

    static Snapshot withProblems(Snapshot from) {
        EngineState state = from.state();
        return withState(
                from,
                new EngineState(
                        state.layout(),
                        state.checks(),
                        Map.of(),
                        state.openIncidents(),
                        state.gaps(),
                        state.counters(),
                        state.alerting(),
                        List.of(new ConfigProblem(PLACE, "unknown key \"evry\"", "write \"every\"")),
                        state.siteLoadedAt()));
    }

    static Snapshot withHealth(Snapshot from, CheckHealth health) {
        EngineState state = from.state();
        int slot = state.layout().slot(health.check()).orElseThrow();
        return withState(
                from,
                new EngineState(
                        state.layout(),
                        state.checks().with(slot, health),
                        Map.of(),
                        state.openIncidents(),
                        state.gaps(),
                        state.counters(),
                        state.alerting(),
                        state.configProblems(),
                        state.siteLoadedAt()));
    }

    static Snapshot withSite(Snapshot from, Site site) {
        return withState(
                from,
                new EngineState(
                        new Layout(site),
                        Slots.copyOf(List.of()),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        from.state().counters(),
                        AlertState.empty(0),
                        from.state().configProblems(),
                        NOW));
    }

    static Snapshot withStore(Snapshot from, StoreFigures store) {
        return withFigures(from, figures(store, from.figures().lifecycle()));
    }

    static Snapshot withLifecycle(Snapshot from, List<EngineFigures.Step> steps) {
        return withFigures(from, figures(from.figures().store(), steps));
    }

    static CheckHealth down(CheckId check) {
        Observation observation = new Observation(
                new Outcome.Down(Reason.REFUSED, "connection refused"),
                new Timings(Map.of(Phase.CONNECT, Duration.ofMillis(12))),
                List.of(
                        new Measurement("rtt", 12.5, "ms"),
                        new Measurement("odd \"name\"\\\n", Double.NaN, ""),
                        new Measurement("rtt", 13.5, "ms")),
                List.of(new Fact("Authorization", "***")));
        CheckResult result =
                new CheckResult(check, NOW.minusSeconds(5), Duration.ofMillis(35), Duration.ofMillis(2), observation);
        return new CheckHealth(
                check,
                State.DOWN,
                NOW.minusSeconds(30),
                State.DOWN,
                Optional.of(new CheckHealth.Coming(State.UP, 1, 2)),
                Optional.of(result),
                Optional.of(NOW.minusSeconds(90)),
                Optional.empty(),
                Optional.empty(),
                NOW.minusSeconds(3600),
                Recent.NONE.with(35).with(Float.NaN),
                Flaps.NONE);
    }

    static CheckHealth up(CheckId check) {
        Observation observation = new Observation(
                new Outcome.Up("HTTP 200 in 35 ms"),
                new Timings(Map.of(
                        Phase.NAME, Duration.ofMillis(1),
                        Phase.CONNECT, Duration.ofMillis(2),
                        Phase.FIRST_BYTE, Duration.ofMillis(30),
                        Phase.BODY, Duration.ofMillis(2))),
                List.of(new Measurement("size", 4711, "B"), new Measurement("cert_days_left", 55, "d")),
                List.of());
        CheckResult result =
                new CheckResult(check, NOW.minusSeconds(5), Duration.ofMillis(35), Duration.ofMillis(2), observation);
        return new CheckHealth(
                check,
                State.UP,
                NOW.minusSeconds(3600),
                State.UP,
                Optional.empty(),
                Optional.of(result),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW.minusSeconds(3600),
                Recent.NONE.with(35),
                Flaps.NONE);
    }

    private static Check check(CheckId id) {
        return new Check(
                id,
                () -> "GET https://intranet/" + id.name(),
                Duration.ofSeconds(60),
                Duration.ofMillis(1_500),
                Optional.empty(),
                3,
                2,
                List.of(new Threshold(
                        Threshold.LATENCY, Threshold.Direction.ABOVE, Optional.of(500.0), Optional.empty())),
                true,
                Set.of("b", "a"),
                Optional.empty(),
                PLACE);
    }

    private static Snapshot snapshot(Site site, List<CheckHealth> checks, Map<HostId, Incident> open) {
        EngineState state = new EngineState(
                new Layout(site),
                Slots.copyOf(checks),
                Map.of(),
                open,
                List.of(),
                new EngineState.Counters(0, 0, 0),
                AlertState.empty(checks.size()),
                List.of(),
                NOW.minusSeconds(3600));
        Map<HostId, Rollup> hosts = new LinkedHashMap<>();
        site.hosts()
                .forEach(host -> hosts.put(host.id(), Rollup.of(state.layout().ofHost(host.id(), checks), NOW)));
        List<EngineFigures.Step> steps = List.of(new EngineFigures.Step("store", 12, true, ""));
        return new Snapshot(
                1, NOW, state, Rollup.of(checks, NOW), hosts, Map.of(), Map.of(), figures(StoreFigures.NONE, steps));
    }

    private static EngineFigures figures(StoreFigures store, List<EngineFigures.Step> steps) {
        return new EngineFigures(
                NOW.minusSeconds(3600),
                12.5,
                1_000,
                3,
                2,
                new EngineFigures.Lag(1, 20, 50, List.of()),
                4,
                1_024,
                Map.of("http", new EngineFigures.Lane(2, 1, 100)),
                store,
                steps,
                1 << 20,
                new OutwardFigures(
                        Map.of(
                                "ssh",
                                new PoolFigures(
                                        1,
                                        2,
                                        3,
                                        new PoolFigures.Acquisition(9, Duration.ofMillis(20), Duration.ofMillis(50)),
                                        12,
                                        9,
                                        4)),
                        List.of(new LimitFigures(
                                LimitFigures.Kind.RATE, "host web-1", "2 calls per 1 s", 40, 7, 5, 1, 3, 0))));
    }

    private static Snapshot withState(Snapshot from, EngineState state) {
        return new Snapshot(
                from.sequence() + 1,
                from.at(),
                state,
                from.all(),
                from.hosts(),
                from.groups(),
                from.services(),
                from.figures());
    }

    private static Snapshot withFigures(Snapshot from, EngineFigures figures) {
        return new Snapshot(
                from.sequence() + 1,
                from.at(),
                from.state(),
                from.all(),
                from.hosts(),
                from.groups(),
                from.services(),
                figures);
    }
}
