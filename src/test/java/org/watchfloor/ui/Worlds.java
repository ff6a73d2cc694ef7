package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Actions;
import org.watchfloor.engine.AlertBook;
import org.watchfloor.engine.AlertState;
import org.watchfloor.engine.Diagnoses;
import org.watchfloor.engine.EngineState;
import org.watchfloor.engine.Failures;
import org.watchfloor.engine.Gates;
import org.watchfloor.engine.Layout;
import org.watchfloor.engine.Slots;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.SomeGates;
import org.watchfloor.engine.StoreFigures;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.GateId;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Flaps;
import org.watchfloor.health.HealthRules;
import org.watchfloor.health.Rollup;
import org.watchfloor.health.observer.OwnNetwork;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Gap;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.notify.Outbox;
import org.watchfloor.recovery.failure.Failure;

/**
 * A world as the engine would show it, always the same for the same site, changed by the test at will. Each
 * {@link #snapshot()} shares what did not change with the one before.
 */
public final class Worlds {
    public static final Instant NOON = Instant.parse("2026-11-20T12:04:09Z");

    private final Layout layout;
    private final Healths healths = new Healths();
    private final Map<HostId, Incident> incidents = new LinkedHashMap<>();
    private final Map<HostId, Rollup> hosts = new HashMap<>();
    private final List<ConfigProblem> problems = new ArrayList<>();
    private Slots<CheckHealth> checks;
    private StoreFigures store = new StoreFigures(214_000_000, 37, 1_204_331, 0, 2.4, Optional.empty());
    private List<Alert> alerts = List.of();
    private final Map<CheckId, Diagnosis> diagnosed = new HashMap<>();
    private final Set<CheckId> diagnosing = new HashSet<>();
    private Outbox outbox = Outbox.EMPTY;
    private Gates gates = Gates.NONE;
    private Failures failures = Failures.NONE;
    private Actions actions = Actions.NONE;
    private long verdicts;
    private Instant now = NOON;
    private long sequence;

    private Worlds(Site site) {
        layout = new Layout(site);
        checks = Slots.copyOf(site.checks().stream()
                .map(check -> healths.of(check, State.UP, now.minusSeconds(86_400), now))
                .toList());
        site.hosts().forEach(host -> roll(host.id()));
    }

    /** Everything is up. */
    public static Worlds calm(Site site) {
        return new Worlds(site);
    }

    /** Sixty hosts in all states: one fresh outage, one acknowledged, and the usual rest. */
    public static Worlds troubled() {
        return troubled(Sites.sixtyHosts());
    }

    /** The same with alerts, channels and people on call. */
    public static Worlds alarmed() {
        return troubled(AlertScenes.on(Sites.sixtyHosts()))
                .alerts(AlertScenes.present())
                .outbox(AlertScenes.outbox());
    }

    /** The same with something of every mark. */
    public static Worlds marked() {
        Worlds world = alarmed();
        AlertScenes.MARKED.forEach(
                alert -> world.set(alert.subject().id(), State.DOWN, Duration.between(alert.since(), NOON)));
        return world.set("vpn-gateway/login", State.DOWN, Duration.ofMinutes(40))
                .flapping("web-12/cert")
                .flapping("edge-fra/vitals")
                .alerts(Stream.concat(AlertScenes.present().stream(), AlertScenes.MARKED.stream())
                        .toList());
    }

    private static Worlds troubled(Site site) {
        Worlds world = new Worlds(site);
        world.set("web-7/front", State.DOWN, Duration.ofMinutes(4));
        world.set("web-7/health", State.DOWN, Duration.ofMinutes(4));
        world.diagnosed("web-7/front", Diagnosed.REFUSED);
        world.open("web-7", Duration.ofMinutes(4), "web-7 is down: connection refused");
        world.set("db-3/postgres", State.DOWN, Duration.ofMinutes(95));
        world.open("db-3", Duration.ofMinutes(95), "db-3 is down: no answer in time");
        world.acknowledge("db-3", "mara");
        world.set("mail-relay-2/smtp", State.DOWN, Duration.ofSeconds(50));
        world.open("mail-relay-2", Duration.ofSeconds(50), "mail-relay-2 is down: certificate expired");
        world.set("edge-syd/https", State.UNREACHABLE, Duration.ofMinutes(12));
        world.set("api-4/ready", State.DEGRADED, Duration.ofMinutes(33));
        world.set("db-8/disk", State.DEGRADED, Duration.ofHours(6));
        world.set("web-12/cert", State.UNKNOWN, Duration.ofHours(2));
        world.set("edge-lon/bgp", State.STALE, Duration.ofMinutes(2));
        world.set("api-9/ready", State.PENDING, Duration.ofSeconds(20));
        world.set("printer-3rd-floor/ping", State.PAUSED, Duration.ofDays(3));
        world.set("printer-3rd-floor/login", State.PAUSED, Duration.ofDays(3));
        world.set("printer-3rd-floor/vitals", State.PAUSED, Duration.ofDays(3));
        return world;
    }

    /** Five thousand hosts, about one in forty in trouble. */
    public static Worlds huge() {
        Worlds world = new Worlds(Sites.fiveThousandHosts());
        List<Host> all = world.layout.site().hosts();
        State[] bad = {State.DOWN, State.DEGRADED, State.UNKNOWN, State.STALE, State.PENDING, State.UNREACHABLE};
        for (int i = 3; i < all.size(); i += 41) {
            world.set(all.get(i).id() + "/http", bad[i / 41 % bad.length], Duration.ofMinutes(1 + i % 300));
        }
        return world;
    }

    /** The same, with every third of them in somebody's hands. */
    public static Worlds hugeInHand() {
        Worlds world = huge();
        List<Alert> owned = new ArrayList<>();
        for (CheckHealth health : world.checks) {
            if (health.state() == State.DOWN || health.state() == State.DEGRADED) {
                if (owned.size() % 3 != 1) {
                    owned.add(AlertScenes.taken(1_000 + owned.size(), health.check()));
                } else {
                    owned.add(AlertScenes.open(1_000 + owned.size(), health.check()));
                }
            }
        }
        return world.alerts(owned);
    }

    public Site site() {
        return layout.site();
    }

    public Instant now() {
        return now;
    }

    public Worlds pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** @param check {@code host/name} */
    public Worlds set(String check, State state, Duration ago) {
        CheckId id = CheckId.parse(check);
        int slot = layout.slot(id).orElseThrow();
        checks = checks.with(slot, healths.of(layout.checks().get(slot), state, now.minus(ago), now));
        roll(id.host());
        return this;
    }

    /** Limits hold its looks back, since now. */
    public Worlds heldBack(String check, String why) {
        int slot = layout.slot(CheckId.parse(check)).orElseThrow();
        checks = checks.with(slot, HealthRules.heldBack(checks.get(slot), now, why));
        return this;
    }

    /** It changes its mind again and again. */
    public Worlds flapping(String check) {
        int slot = layout.slot(CheckId.parse(check)).orElseThrow();
        CheckHealth calm = checks.get(slot);
        checks = checks.with(
                slot,
                new CheckHealth(
                        calm.check(),
                        calm.state(),
                        calm.since(),
                        calm.hard(),
                        calm.coming(),
                        calm.last(),
                        calm.failingSince(),
                        calm.behind(),
                        Optional.empty(),
                        calm.observedSince(),
                        calm.recent(),
                        new Flaps(0b1010_1010_1010, true)));
        return this;
    }

    public Worlds open(String host, Duration ago, String summary) {
        HostId id = new HostId(host);
        incidents.put(
                id,
                new Incident(
                        new IncidentId(140 + incidents.size()),
                        id,
                        now.minus(ago).minusSeconds(60),
                        now.minus(ago),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        summary));
        return this;
    }

    public Worlds acknowledge(String host, String by) {
        incidents.computeIfPresent(
                new HostId(host),
                (id, incident) -> new Incident(
                        incident.id(),
                        id,
                        incident.startedAt(),
                        incident.openedAt(),
                        Optional.of(new Incident.Acknowledgement(
                                new Actor(by), incident.openedAt().plusSeconds(160))),
                        Optional.empty(),
                        incident.involved(),
                        incident.summary()));
        return this;
    }

    /** The open incident of its host is about that check. */
    public Worlds involving(String check) {
        incidents.computeIfPresent(
                CheckId.parse(check).host(),
                (id, incident) -> new Incident(
                        incident.id(),
                        id,
                        incident.startedAt(),
                        incident.openedAt(),
                        incident.acknowledged(),
                        incident.resolvedAt(),
                        Set.of(CheckId.parse(check)),
                        incident.summary()));
        return this;
    }

    public Worlds resolve(String host) {
        incidents.remove(new HostId(host));
        return this;
    }

    public Worlds problem(ConfigProblem problem) {
        problems.add(problem);
        return this;
    }

    public Worlds storeTrouble(String sentence) {
        store = new StoreFigures(store.bytes(), 48_112, store.written(), 1_290, 0, Optional.of(sentence));
        return this;
    }

    /** These alerts and no others are present. */
    public Worlds alerts(List<Alert> present) {
        alerts = List.copyOf(present);
        verdicts++;
        return this;
    }

    public Worlds outbox(Outbox next) {
        outbox = next;
        return this;
    }

    /** Each gate stands as a new one does, but these. */
    public Worlds gates(Map<GateId, Breaker> known) {
        gates = SomeGates.of(site(), NOON.minus(Duration.ofDays(2)), known);
        return this;
    }

    /** These last, and nothing else. */
    public Worlds failing(List<Failure> open) {
        SortedMap<CheckId, Failure> byCheck = new TreeMap<>();
        open.forEach(failure -> byCheck.put(failure.target().check(), failure));
        failures = new Failures(byCheck, open.size());
        return this;
    }

    public Worlds acting(Actions next) {
        actions = next;
        return this;
    }

    /** The ladder of the check was gone down. */
    public Worlds diagnosed(String check, Diagnosis found) {
        diagnosed.put(CheckId.parse(check), found);
        diagnosing.remove(CheckId.parse(check));
        return this;
    }

    /** The ladder of the check is being gone down, since now. */
    public Worlds diagnosing(String check) {
        diagnosing.add(CheckId.parse(check));
        return this;
    }

    private Optional<Diagnoses.Asked> asked(CheckId check) {
        return Optional.of(new Diagnoses.Asked(now(), true)).filter(_ -> diagnosing.contains(check));
    }

    private Diagnoses diagnoses() {
        return new Diagnoses(
                Slots.copyOf(layout.checks().stream()
                        .map(check -> Optional.ofNullable(diagnosed.get(check.id()))
                                .map(found -> new Diagnoses.Case(
                                        Optional.of(found.at()),
                                        Optional.empty(),
                                        asked(check.id()),
                                        Optional.of(found))))
                        .toList()),
                0);
    }

    private AlertBook book(AlertBook empty) {
        Slots<List<Alert>> ofChecks = empty.ofChecks();
        SortedMap<Subject, List<Alert>> others = AlertScenes.bySubject(alerts);
        for (Subject subject : List.copyOf(others.keySet())) {
            Optional<Integer> slot = subject.check().flatMap(layout::slot);
            if (slot.isPresent()) {
                ofChecks = ofChecks.with(slot.get(), others.getOrDefault(subject, List.of()));
                others.remove(subject);
            }
        }
        return new AlertBook(ofChecks, others);
    }

    private AlertState alerting() {
        AlertState none = AlertState.empty(checks.size());
        return new AlertState(
                book(none.book()),
                none.kept(),
                none.groups(),
                outbox,
                diagnoses(),
                new AlertState.Numbers(43, verdicts, 0, 0),
                Map.of());
    }

    public Snapshot snapshot() {
        EngineState state = new EngineState(
                layout,
                checks,
                Map.of(),
                Map.copyOf(incidents),
                List.of(
                        new Gap(NOON.minusSeconds(40_000), NOON.minusSeconds(36_400), Gap.Cause.SUSPENDED),
                        new Gap(NOON.minusSeconds(9_000), NOON.minusSeconds(8_940), Gap.Cause.NOT_RUNNING)),
                new EngineState.Counters(912, 143, 2_210),
                alerting(),
                List.copyOf(problems),
                OwnNetwork.UNKNOWN,
                gates,
                failures,
                actions,
                NOON.minusSeconds(8_900));
        return new Snapshot(
                ++sequence,
                now,
                state,
                Rollup.of(checks, now),
                Map.copyOf(hosts),
                groups(),
                services(),
                Figures.at(sequence, store));
    }

    private Map<GroupId, Rollup> groups() {
        Map<GroupId, Rollup> groups = new HashMap<>();
        for (Group group : site().groups()) {
            groups.put(
                    group.id(),
                    Rollup.of(
                            site().hosts().stream()
                                    .filter(host -> host.group().equals(Optional.of(group.id())))
                                    .flatMap(host -> layout.ofHost(host.id(), checks).stream())
                                    .toList(),
                            now));
        }
        return groups;
    }

    private Map<ServiceId, Rollup> services() {
        Map<ServiceId, Rollup> services = new HashMap<>();
        site().services()
                .forEach(service -> services.put(
                        service.id(),
                        Rollup.of(
                                service.instances().stream()
                                        .map(id -> checks.get(layout.slot(id).orElseThrow()))
                                        .toList(),
                                now)));
        return services;
    }

    private void roll(HostId host) {
        hosts.put(host, Rollup.of(layout.ofHost(host, checks), now));
    }
}
