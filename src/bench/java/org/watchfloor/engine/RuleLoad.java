package org.watchfloor.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.alert.condition.Samples;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Group;
import org.watchfloor.config.Host;
import org.watchfloor.config.Place;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;

/**
 * An engine's decisions about checks that run every ten seconds, with rules over them whose windows are full. No network
 * and no disk: what is decided is counted.
 */
public final class RuleLoad {
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Place PLACE = new Place("bench", 1, 1);
    private static final int CHECKS_OF_HOST = 10;
    private static final int HOSTS_OF_GROUP = 50;
    /** One check in so many is slow or fails at a time. */
    private static final int TROUBLE = 100;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Decider decider = new Decider();
    private final Random random = new Random(1);
    private final List<CheckId> checks = new ArrayList<>();
    private final Map<String, Integer> effects = new HashMap<>();
    private EngineState state;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    /** @param rules as they stand below their ids */
    public RuleLoad(int count, List<String> rules) {
        Site site = site(count, policy(rules));
        site.checks().forEach(check -> checks.add(check.id()));
        state = EngineState.empty(now);
        decide(new Event.SiteLoaded(site));
        Recall recall = state.alerting().recall();
        Map<CheckId, Recall.Past> past = new HashMap<>();
        recall.wanted().keySet().forEach(check -> past.put(check, past(check)));
        decide(new Event.PastRecalled(recall, past));
        effects.clear();
    }

    private record Nothing() implements CheckSpec {
        @Override
        public String summary() {
            return "nothing";
        }
    }

    /** One result of every check, and a tick a second; the CPU seconds of its decisions. */
    public double seconds() {
        long spent = 0;
        int ofSecond = checks.size() / (int) EVERY.toSeconds();
        for (int second = 0; second < EVERY.toSeconds(); second++) {
            List<Event> events = new ArrayList<>();
            for (int index = second * ofSecond; index < (second + 1) * ofSecond; index++) {
                events.add(new Event.CheckFinished(result(index)));
            }
            events.add(new Event.Tick());
            now = now.plusSeconds(1);
            long begin = threads.getCurrentThreadCpuTime();
            events.forEach(this::decide);
            spent += threads.getCurrentThreadCpuTime() - begin;
        }
        return spent / 1e9;
    }

    /** How often what was decided so far, by its kind. */
    public Map<String, Integer> effects() {
        return Map.copyOf(effects);
    }

    private void decide(Event event) {
        Decision decision = decider.decide(state, event, now);
        state = decision.next();
        for (Effect effect : decision.effects()) {
            Object what = effect instanceof Effect.Write(Entry entry) ? entry : effect;
            effects.merge(what.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    private Recall.Past past(CheckId check) {
        Watch watch = state.layout().watch();
        Watch.Own own = watch.of(state.layout().slot(check).orElseThrow());
        Map<String, Samples> windows = new HashMap<>();
        for (String metric : CheckSight.names(result(0))) {
            own.span(metric).ifPresent(span -> {
                Samples samples = Samples.NONE;
                for (Instant at = now.minus(span); at.isBefore(now); at = at.plus(EVERY)) {
                    samples = samples.with(at, metric.equals("failed") ? 0 : 20 + random.nextInt(30), span);
                }
                windows.put(metric, samples);
            });
        }
        return new Recall.Past(windows, org.watchfloor.model.State.UP);
    }

    private CheckResult result(int index) {
        boolean isTrouble = (index + now.getEpochSecond() / 100) % TROUBLE == 0;
        boolean isDown = isTrouble && index % 2 == 0;
        Outcome outcome = isDown ? new Outcome.Down(Reason.REFUSED, "connection refused") : new Outcome.Up("HTTP 200");
        int latency = isTrouble ? 900 + random.nextInt(400) : 20 + random.nextInt(30);
        List<Measurement> measurements = List.of(
                new Measurement("cpu.used_percent", random.nextInt(70), "%"),
                new Measurement("disk./.used_percent", 60, "%"),
                new Measurement("disk./var.used_percent", 70, "%"),
                new Measurement("cert_days_left", 60, ""));
        return new CheckResult(
                checks.isEmpty() ? new CheckId(new HostId("none"), "none") : checks.get(index),
                now.minusMillis(latency),
                Duration.ofMillis(latency),
                Duration.ZERO,
                new Observation(outcome, Timings.NONE, measurements, List.of()));
    }

    private static AlertPolicy policy(List<String> texts) {
        List<AlertRule> rules = new ArrayList<>();
        for (String text : texts) {
            rules.add(((RuleDraft.Result.Read) RuleDraft.read("rule-" + rules.size(), text)).rule());
        }
        AlertPolicy none = AlertPolicy.NONE;
        return new AlertPolicy(
                rules,
                List.of(),
                List.of(),
                List.of(),
                none.routing(),
                none.receivers(),
                none.people(),
                none.rotas(),
                none.intervals());
    }

    private static Site site(int count, AlertPolicy policy) {
        List<Group> groups = new ArrayList<>();
        List<Host> hosts = new ArrayList<>();
        for (int number = 0; number < count / CHECKS_OF_HOST; number++) {
            HostId id = new HostId("host-" + number);
            List<Check> checks = new ArrayList<>();
            for (int check = 0; check < CHECKS_OF_HOST; check++) {
                checks.add(new Check(
                        new CheckId(id, "check-" + check),
                        new Nothing(),
                        EVERY,
                        Duration.ofSeconds(5),
                        Optional.empty(),
                        3,
                        2,
                        List.of(),
                        true,
                        Set.of(),
                        Optional.empty(),
                        PLACE));
            }
            GroupId group = new GroupId("group-" + number / HOSTS_OF_GROUP);
            hosts.add(new Host(
                    id,
                    id.value(),
                    "127.0.0.1",
                    Optional.of(group),
                    List.of(),
                    Optional.empty(),
                    Set.of(),
                    checks,
                    PLACE));
        }
        return new Site(groups, hosts, List.of(), Settings.DEFAULT, Map.of(AlertPolicy.class, policy));
    }
}
