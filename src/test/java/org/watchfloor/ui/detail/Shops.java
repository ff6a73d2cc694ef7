package org.watchfloor.ui.detail;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Need;
import org.watchfloor.config.Place;
import org.watchfloor.config.Service;
import org.watchfloor.config.ServiceType;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.config.Threshold;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Fact;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;
import org.watchfloor.ui.Diagnosed;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Worlds;

/** A shop with two web servers behind a firewall, a database, and services on them. */
public final class Shops {
    static final CheckId FRONT = CheckId.parse("web-7/front");
    static final CheckId HEALTH = CheckId.parse("web-7/health");

    private static final Place PLACE = new Place("web.yaml", 41, 5);

    private Shops() {}

    static Site site() {
        return new Site(
                List.of(new Group(new GroupId("web"), "Web and API", PLACE)),
                List.of(
                        Sites.host("fw-1", "web", "ping"),
                        Sites.host("switch-2", "web", "ping"),
                        web("web-7"),
                        Sites.host("db-1", "web", "postgres")),
                List.of(
                        service("shop", "Shop", ServiceType.UI, List.of("ledger"), List.of(FRONT, HEALTH)),
                        service(
                                "ledger",
                                "Ledger",
                                ServiceType.DATABASE,
                                List.of(),
                                List.of(CheckId.parse("db-1/postgres")))),
                Settings.DEFAULT);
    }

    /** The web server is down for four minutes and nobody has acknowledged it. */
    public static Worlds broken() {
        return Worlds.calm(site())
                .set("web-7/front", State.DOWN, Duration.ofMinutes(4))
                .diagnosed("web-7/front", Diagnosed.REFUSED)
                .open("web-7", Duration.ofMinutes(4), "web-7 is down: connection refused");
    }

    /** The same snapshot with facts like those of a real answer in the last results of web-7. */
    public static Snapshot detailed(Snapshot snapshot) {
        Snapshot richer = snapshot;
        for (CheckHealth health : snapshot.checksOf(new HostId("web-7"))) {
            Outcome outcome = health.last().orElseThrow().outcome();
            richer = with(
                    richer,
                    health,
                    new Observation(
                            outcome,
                            outcome instanceof Outcome.Up ? timings() : Timings.NONE,
                            outcome instanceof Outcome.Up
                                    ? List.of(
                                            new Measurement("size", 18_204, "B"),
                                            new Measurement("cert_days_left", 61, "d"))
                                    : List.of(),
                            outcome instanceof Outcome.Up ? answer() : refusal()));
        }
        return richer;
    }

    /** The same snapshot with another last result of that check. */
    static Snapshot with(Snapshot snapshot, CheckHealth health, Observation observation) {
        CheckResult last = health.last().orElseThrow();
        CheckHealth next = new CheckHealth(
                health.check(),
                health.state(),
                health.since(),
                health.hard(),
                health.coming(),
                Optional.of(
                        new CheckResult(last.check(), last.startedAt(), last.latency(), last.lateness(), observation)),
                health.failingSince(),
                health.behind(),
                Optional.empty(),
                health.observedSince(),
                health.recent(),
                health.flaps());
        EngineState state = snapshot.state();
        return new Snapshot(
                snapshot.sequence(),
                snapshot.at(),
                new EngineState(
                        state.layout(),
                        state.checks().with(state.layout().slot(health.check()).orElseThrow(), next),
                        state.remembered(),
                        state.openIncidents(),
                        state.gaps(),
                        state.counters(),
                        state.alerting(),
                        state.configProblems(),
                        state.siteLoadedAt()),
                snapshot.all(),
                snapshot.hosts(),
                snapshot.groups(),
                snapshot.services(),
                snapshot.figures());
    }

    private static Timings timings() {
        return new Timings(Map.of(
                Phase.NAME, Duration.ofNanos(820_000),
                Phase.CONNECT, Duration.ofNanos(9_400_000),
                Phase.TLS, Duration.ofNanos(21_300_000),
                Phase.FIRST_BYTE, Duration.ofNanos(48_100_000),
                Phase.BODY, Duration.ofNanos(6_700_000)));
    }

    private static List<Fact> answer() {
        return List.of(
                new Fact("remote address", "192.0.2.17:443"),
                new Fact("tls", "TLSv1.3 TLS_AES_256_GCM_SHA384"),
                new Fact("certificate subject", "CN=web-7.example.net"),
                new Fact("certificate issuer", "CN=R11, O=Let's Encrypt, C=US"),
                new Fact("certificate not after", "2027-01-20 09:14:00 UTC"),
                new Fact("status line", "HTTP/1.1 200 OK"),
                new Fact("protocol", "h2"),
                new Fact("header content-type", "application/json; charset=utf-8"),
                new Fact("header cache-control", "no-store, max-age=0"),
                new Fact("header strict-transport-security", "max-age=31536000; includeSubDomains; preload"),
                new Fact(
                        "body",
                        "{\n  \"status\": \"ok\",\n  \"version\": \"2026.11.3\",\n  \"checks\": {\n    \"database\":"
                                + " \"ok\",\n    \"queue\": \"ok\"\n  }\n}\n"));
    }

    private static List<Fact> refusal() {
        return List.of(new Fact("remote address", "192.0.2.17:443"), new Fact("tried", "192.0.2.17, 2001:db8::17"));
    }

    private static Host web(String id) {
        HostId host = new HostId(id);
        return new Host(
                host,
                id,
                "web-7.example.net",
                Optional.of(new GroupId("web")),
                List.of(Need.of(new HostId("fw-1")), Need.of(new HostId("switch-2"))),
                Optional.empty(),
                Set.of("edge", "web", "prod"),
                List.of(
                        check(new CheckId(host, "front"), "GET https://web-7.example.net/"),
                        check(new CheckId(host, "health"), "GET https://web-7.example.net/health"),
                        check(new CheckId(host, "vitals"), "ssh web-7.example.net linux-vitals")),
                PLACE);
    }

    private static Check check(CheckId id, String summary) {
        return new Check(
                id,
                new Looks(summary),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Optional.empty(),
                3,
                2,
                List.of(
                        new Threshold(
                                Threshold.LATENCY, Threshold.Direction.ABOVE, Optional.of(400.0), Optional.of(900.0)),
                        new Threshold(
                                "cert_days_left", Threshold.Direction.BELOW, Optional.of(14.0), Optional.of(3.0))),
                true,
                Set.of(),
                Optional.empty(),
                PLACE);
    }

    private static Service service(
            String id, String title, ServiceType type, List<String> needs, List<CheckId> instances) {
        return new Service(
                new ServiceId(id),
                title,
                type,
                needs.stream().map(ServiceId::new).map(Need::of).toList(),
                1,
                instances,
                PLACE);
    }

    private record Looks(String summary) implements CheckSpec {}
}
