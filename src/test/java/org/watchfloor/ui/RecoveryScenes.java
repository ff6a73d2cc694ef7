package org.watchfloor.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.Features;
import org.watchfloor.config.Site;
import org.watchfloor.engine.FakeRecovery;
import org.watchfloor.engine.Running;
import org.watchfloor.engine.SomeRunning;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Severity;
import org.watchfloor.model.State;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.AutomationMove;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.ServiceMove;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;

/** The sixty hosts with runbooks: two actions under way, a past of a week, and what would have begun by itself. */
public final class RecoveryScenes {
    public static final CheckId FRONT = CheckId.parse("web-7/front");
    public static final CheckId POSTGRES = CheckId.parse("db-3/postgres");
    public static final RunbookId LOOK_AGAIN = new RunbookId("look-again");
    public static final RunbookId RESTART = new RunbookId("restart-web");
    public static final RunbookId MOVE = new RunbookId("move-database");
    public static final ActionId RESTARTING = new ActionId(61);
    public static final ActionId ASKING = new ActionId(62);
    public static final ActionId FAILED = new ActionId(44);
    public static final ActionId MOVED = new ActionId(64);

    public static final String RUNBOOKS = """
            runbooks:
              look-again:
                title: Look again before anybody is woken
                for: { failures: [connection-refused, api-timeout], hosts: [web-*, api-*] }
                priority: 10
                strategy: retry
                safe: true
                steps:
                  - retry: { max: 3, interval: 5s }
                proof: { checks: [this], green-for: 30s, within: 3m }
              restart-web:
                title: Restart the web server
                for: { failures: [connection-refused, service-unavailable], hosts: [web-*] }
                priority: 20
                strategy: restart
                dangerous: true
                parameters:
                  unit: { title: Unit, pattern: '[a-z0-9@.-]+', default: nginx.service }
                  mode: { title: How hard, type: choice, choices: [soft, hard], default: soft }
                  pause: { title: Pause before it is looked at, type: duration, min: 1, max: 600, default: 10s }
                when:
                  - { at-least: 1, of: ['service:shop'] }
                budget: { attempts: 5, window: 1h, cool-down: 1m, grace: 5m }
                steps:
                  - maintenance: { begin: 10m, of: host }
                  - ssh: { user: watch, command: 'systemctl restart -- {{unit}} && journalctl -u {{unit}} -n 20' }
                  - http: { method: post, url: 'https://{{address}}:8443/cache?mode={{mode}}', text: warm up }
                  - wait: { for: '10s' }
                  - maintenance: { end: true }
                proof: { checks: [this], green-for: 10s, within: 2m }
                rollback:
                  automatic: true
                  steps:
                    - ssh: { user: watch, command: 'systemctl start -- {{unit}}' }
              move-database:
                title: Move the ledger to its standby
                for: { failures: [database-connection, api-timeout], hosts: [db-*] }
                priority: 30
                strategy: failover
                two-person: true
                parameters:
                  why: { title: Why, max-length: 80 }
                steps:
                  - name: Ask whether the standby has caught up
                    timeout: 10m
                    ask: { question: 'Has the standby of {{host}} caught up?', answers: [It has, Not yet], go-on: [It has] }
                  - failover: { service: ledger }
                proof: { none: the old primary stays red until it is rebuilt }
              collect-vitals:
                title: Collect what the host says of itself
                for: { hosts: '*', checks: [vitals] }
                steps:
                  - ssh: { user: watch, command: 'uptime; df -h; free -m' }
                proof: { none: it only collects }
            """;

    private static final Instant NOON = Worlds.NOON;
    private static final Actor MARA = new Actor("mara");
    private static final Actor ADA = new Actor("ada");
    private static final String HELD =
            "would have begun by itself if the automation level is LIMITED or higher, but it is MONITOR";

    private static final String BIND_FAILED = """
            Job for nginx.service failed because the control process exited with error code.
            nginx: [emerg] bind() to 0.0.0.0:443 failed (98: Address already in use)
            nginx: configuration file /etc/nginx/nginx.conf test failed
            """;

    private RecoveryScenes() {}

    public static Site site() {
        return RunbookSites.on(AlertScenes.on(Sites.sixtyHosts()), RUNBOOKS);
    }

    /** Everything is calm but for what fails; nothing runs. */
    public static Worlds calm() {
        return dressed(Worlds.calm(site())).failing(failing());
    }

    /** Two actions run, others did. */
    public static Worlds busy() {
        Worlds world = calm();
        return world.acting(SomeRunning.actions(running(world.site()), over(), moves()));
    }

    /** The same with somebody's hand on the kill switch. */
    public static Worlds stopped() {
        Worlds world = calm();
        AutomationMove stop = new AutomationMove(
                9,
                NOON.minusSeconds(95),
                Optional.empty(),
                Optional.of(AutomationLevel.LIMITED),
                true,
                Optional.of(ADA),
                "the provider repairs the line, nothing may be touched until two");
        return world.acting(SomeRunning.actions(List.of(), over(), stop));
    }

    /** The ledger went over to its standby half an hour ago; its old primary is still down. */
    public static Worlds moved() {
        ServiceMove moved = new ServiceMove(
                1, NOON.minus(Duration.ofMinutes(31)), new ServiceId("ledger"), CheckId.parse("db-4/postgres"), MOVED);
        return calm().acting(SomeRunning.moved(SomeRunning.actions(List.of(), List.of(move()), moves()), moved));
    }

    /** Somebody has switched off in the configuration what begins by itself, and failover. */
    public static Worlds switchedOff() {
        Site site = site();
        Map<Class<?>, Object> sections = new HashMap<>(site.sections());
        sections.put(Features.class, new Features(true, false, true, false, true));
        Worlds world = dressed(
                        Worlds.calm(new Site(site.groups(), site.hosts(), site.services(), site.settings(), sections)))
                .failing(failing());
        return world.acting(SomeRunning.actions(List.of(), over(), moves()));
    }

    private static Action move() {
        Action move = action(
                MOVED.value(),
                MOVE,
                "Move the ledger to its standby",
                POSTGRES,
                new Cause.ByHand(ADA, Optional.of(MARA)),
                Duration.ofMinutes(31));
        return over(
                with(move, Map.of("why", "the disk of db-3 is dying")),
                Status.SUCCEEDED,
                48,
                "the steps are done; the old primary stays red until it is rebuilt");
    }

    /** How it was moved is on record. */
    public static void fillMoved(FakeRecovery recovery) {
        Instant began = NOON.minus(Duration.ofMinutes(31));
        recovery.knowsOnly(List.of(move()));
        recovery.knows(failing().toArray(new Failure[0]));
        recovery.knows(
                step(MOVED.value(), Part.STEPS, 0, "Ask whether the standby has caught up", "ask", began)
                        .ended(began.plusSeconds(47), StepEnd.succeeded("ada answered: It has")),
                step(
                                MOVED.value(),
                                Part.STEPS,
                                1,
                                "move ledger to its next healthy instance",
                                "failover",
                                began.plusSeconds(47))
                        .ended(began.plusSeconds(48), StepEnd.succeeded("moved from db-3/postgres to db-4/postgres")));
    }

    private static Worlds dressed(Worlds world) {
        world.set("web-7/front", State.DOWN, Duration.ofMinutes(4));
        world.open("web-7", Duration.ofMinutes(4), "web-7 is down: connection refused");
        world.set("db-3/postgres", State.DOWN, Duration.ofMinutes(95));
        world.open("db-3", Duration.ofMinutes(95), "db-3 is down: no answer in time");
        world.set("web-2/front", State.DEGRADED, Duration.ofMinutes(9));
        return world;
    }

    public static AutomationMove[] moves() {
        return new AutomationMove[] {
            new AutomationMove(
                    1,
                    NOON.minus(Duration.ofHours(5)),
                    Optional.empty(),
                    Optional.of(AutomationLevel.MONITOR),
                    false,
                    Optional.of(MARA),
                    "the new runbooks are watched for a week first"),
            new AutomationMove(
                    2,
                    NOON.minus(Duration.ofHours(3)),
                    Optional.of(new ServiceId("shop")),
                    Optional.of(AutomationLevel.LIMITED),
                    false,
                    Optional.of(ADA),
                    "looking again has never done harm there")
        };
    }

    public static List<Failure> failing() {
        return List.of(
                failure(70, FRONT, FailureType.CONNECTION_REFUSED, Duration.ofMinutes(4), "connection refused"),
                failure(69, POSTGRES, FailureType.DATABASE_CONNECTION, Duration.ofMinutes(95), "no answer in time"));
    }

    /** Open ones and past ones, newest first. */
    public static List<Failure> failures() {
        List<Failure> all = new ArrayList<>(failing());
        for (int i = 0; i < 6; i++) {
            Failure one = failure(
                    60 - i,
                    CheckId.parse("web-" + (i + 1) + "/front"),
                    FailureType.API_TIMEOUT,
                    Duration.ofHours(9L * (i + 1)),
                    "no answer in 10 s");
            all.add(one.endedAt(one.at().plusSeconds(90L + 60L * i), "itself"));
        }
        return all;
    }

    public static Failure failure(long id, CheckId check, FailureType type, Duration ago, String message) {
        return new Failure(
                new FailureId(id),
                NOON.minus(ago),
                new Classification(type, FailureCategory.INTERNAL_SERVICE),
                Severity.HIGH,
                target(check),
                message,
                List.of(),
                Failure.Detection.THRESHOLD,
                Optional.empty(),
                Optional.empty());
    }

    public static Target target(CheckId check) {
        return Target.of(Sites.sixtyHosts(), check).orElseThrow();
    }

    public static Action action(long id, RunbookId runbook, String title, CheckId check, Cause cause, Duration ago) {
        return new Action(
                new ActionId(id),
                runbook,
                title,
                target(check),
                cause,
                Map.of(),
                "host " + check.host(),
                Optional.of(new IncidentId(140)),
                NOON.minus(ago),
                Status.INITIATED,
                new Stage.Waiting(),
                Optional.empty(),
                false,
                "begins");
    }

    private static Action restart(long id, CheckId check, Cause cause, Duration ago) {
        return action(id, RESTART, "Restart the web server", check, cause, ago);
    }

    private static Action over(Action action, Status status, int seconds, String said) {
        return action.over(status, action.asked().plusSeconds(seconds), said);
    }

    /** Oldest first. */
    public static List<Action> over() {
        List<Action> over = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            over.add(over(
                    restart(
                            30 + i,
                            CheckId.parse("web-" + (i + 3) + "/front"),
                            new Cause.ByHand(i % 2 == 0 ? MARA : ADA),
                            Duration.ofHours(150 - 20L * i)),
                    Status.SUCCEEDED,
                    34 + 2 * i,
                    "web-" + (i + 3) + "/front is green for 10s"));
        }
        over.add(over(
                restart(44, CheckId.parse("web-11/front"), new Cause.ByHand(ADA), Duration.ofHours(20)),
                Status.ROLLED_BACK,
                131,
                "step 2 (ssh to {{address}}: systemctl restart -- {{unit}} && journalctl -u {{unit}} -n 20): exit code 1;"
                        + " what it did was undone"));
        over.add(over(
                action(
                        45,
                        MOVE,
                        "Move the ledger to its standby",
                        POSTGRES,
                        new Cause.ByHand(MARA),
                        Duration.ofHours(8)),
                Status.CANCELLED,
                14,
                "mara stopped it"));
        over.add(over(
                action(
                        46,
                        new RunbookId("collect-vitals"),
                        "Collect what the host says of itself",
                        CheckId.parse("edge-fra/vitals"),
                        new Cause.ByHand(ADA),
                        Duration.ofHours(3)),
                Status.UNKNOWN_OUTCOME,
                3,
                "the program ended during step 1; nobody knows how far it came, look at it"));
        return over;
    }

    /** Those that only the level held back. */
    public static List<Action> held() {
        List<Action> held = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            held.add(over(
                    action(
                            50 + i,
                            LOOK_AGAIN,
                            "Look again before anybody is woken",
                            CheckId.parse("web-" + (6 - i) + "/front"),
                            new Cause.ByItself(new FailureId(55 + i)),
                            Duration.ofHours(9L * (6 - i))),
                    Status.REFUSED,
                    0,
                    HELD));
        }
        held.add(over(
                action(
                        60,
                        LOOK_AGAIN,
                        "Look again before anybody is woken",
                        FRONT,
                        new Cause.ByItself(new FailureId(70)),
                        Duration.ofMinutes(4)),
                Status.REFUSED,
                0,
                HELD));
        return held;
    }

    public static List<Running> running(Site site) {
        Action restarting = with(
                        restart(61, FRONT, new Cause.ByHand(MARA), Duration.ofSeconds(12)),
                        Map.of("unit", "nginx.service", "mode", "soft", "pause", "10s"))
                .at(new Stage.Stepping(Part.STEPS, 1, NOON.minusSeconds(9)), "step 2 of 5");
        Action asking = with(
                        action(
                                62,
                                MOVE,
                                "Move the ledger to its standby",
                                POSTGRES,
                                new Cause.ByHand(ADA),
                                Duration.ofSeconds(75)),
                        Map.of("why", "the disk of db-3 is dying"))
                .at(new Stage.Stepping(Part.STEPS, 0, NOON.minusSeconds(75)), "step 1 of 2");
        return List.of(
                SomeRunning.of(restarting, runbook(site, RESTART), site),
                SomeRunning.of(asking, runbook(site, MOVE), site));
    }

    public static Runbook runbook(Site site, RunbookId id) {
        return site.section(Runbooks.class).orElseThrow().find(id).orElseThrow();
    }

    private static Action with(Action action, Map<String, String> given) {
        return new Action(
                action.id(),
                action.runbook(),
                action.title(),
                action.target(),
                action.cause(),
                given,
                action.key(),
                action.incident(),
                action.asked(),
                action.status(),
                action.stage(),
                action.ended(),
                action.undone(),
                action.said());
    }

    public static List<StepRun> steps() {
        Instant began = NOON.minus(Duration.ofHours(20));
        return List.of(
                step(61, Part.STEPS, 0, "maintenance of host for 10m", "maintenance", NOON.minusSeconds(12))
                        .ended(NOON.minusSeconds(9), StepEnd.succeeded("planned until 12:13:57")),
                step(44, Part.STEPS, 0, "maintenance of host for 10m", "maintenance", began)
                        .ended(began.plusSeconds(1), StepEnd.succeeded("planned for 10m")),
                step(
                                44,
                                Part.STEPS,
                                1,
                                "ssh to {{address}}: systemctl restart -- {{unit}}",
                                "ssh",
                                began.plusSeconds(1))
                        .ended(began.plusSeconds(92), new StepEnd(StepEnd.Outcome.FAILED, "exit code 1", BIND_FAILED)),
                step(
                                44,
                                Part.ROLLBACK,
                                0,
                                "ssh to {{address}}: systemctl start -- {{unit}}",
                                "ssh",
                                began.plusSeconds(92))
                        .ended(began.plusSeconds(131), StepEnd.succeeded("exit code 0")));
    }

    private static StepRun step(long action, Part part, int index, String title, String kind, Instant begun) {
        return new StepRun(new ActionId(action), part, index, title, kind, begun, Optional.empty());
    }

    /** All of it is on record. */
    public static void fill(FakeRecovery recovery) {
        List<Action> all = new ArrayList<>(over());
        all.addAll(held());
        all.sort(Comparator.comparing(Action::id).reversed());
        recovery.knowsOnly(all);
        recovery.knows(failures().toArray(new Failure[0]));
        recovery.knows(steps().toArray(new StepRun[0]));
        StringBuilder live = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            live.append("nginx[81%02d]: worker %d has drained its connections\n".formatted(i, i));
        }
        recovery.operations().prints(live.toString());
    }
}
