package org.watchfloor.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.RuleDraft;
import org.watchfloor.config.Check;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.config.Host;
import org.watchfloor.config.Place;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Backtests;
import org.watchfloor.engine.backtest.Question;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.State;
import org.watchfloor.model.Timings;
import org.watchfloor.store.Store;

/**
 * How long it takes to try rules on 30 days of 100 checks every 30 seconds, 8.6 million samples. Prints one line of JSON
 * per rule: the seconds of the best of three runs, and its
 * CPU seconds, which say more on a busy machine. Arguments: checks (100), days (30), days of which looks are kept and not
 * only figures of five minutes (all), a part of the rules to try (all).
 */
public final class BacktestBench {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Place PLACE = new Place("bench", 1, 1);
    private static final List<String> RULES = List.of(
            "{ when: latency > 95ms, for: 1m }",
            "{ when: 'p95(latency, 5m) > 95ms', for: 2m }",
            "{ when: 'avg(failed, 15m) > 5% and state != DOWN', for: 5m }",
            "{ when: 'avg(latency, 24h) > 95ms' }",
            "{ when: cpu.used_percent > 95, for: 5m }",
            "{ when: state == DOWN and age > 10m }",
            "{ each: site, when: 'share(latency > 95ms) > 20%', for: 1m }");

    private volatile Instant now = START;
    private final InstantSource clock = () -> now;
    private final Random random = new Random(1);
    private final List<Host> hosts = new ArrayList<>();
    private final Path directory;
    private final int days;
    private final int kept;

    private BacktestBench(Path directory, int checks, int days, int kept) {
        this.directory = directory;
        this.days = days;
        this.kept = kept;
        for (int index = 0; index < checks; index++) {
            HostId host = new HostId("host-" + index);
            Check check = new Check(
                    new CheckId(host, "check"),
                    new Nothing(),
                    EVERY,
                    Duration.ofSeconds(10),
                    Optional.empty(),
                    3,
                    2,
                    List.of(),
                    true,
                    Set.of(),
                    Optional.empty(),
                    PLACE);
            hosts.add(new Host(
                    host,
                    host.value(),
                    "127.0.0.1",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Set.of(),
                    List.of(check),
                    PLACE));
        }
    }

    private record Nothing() implements CheckSpec {
        @Override
        public String summary() {
            return "nothing";
        }
    }

    public static void main(String[] args) throws Exception {
        int checks = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 30;
        int kept = args.length > 2 ? Integer.parseInt(args[2]) : days + 2;
        Path directory = Files.createTempDirectory("backtest-bench");
        try {
            new BacktestBench(directory, checks, days, kept).measure(args.length > 3 ? args[3] : "");
        } finally {
            remove(directory);
        }
    }

    private void measure(String part) throws Exception {
        Settings settings = new Settings(Duration.ofDays(kept), Duration.ofDays(90), Duration.ofDays(731), 8, 1_000);
        Site site = new Site(List.of(), hosts, List.of(), settings);
        try (Store store = Store.open(directory, settings, clock)) {
            fill(store);
            for (String yaml :
                    RULES.stream().filter(rule -> rule.contains(part)).toList()) {
                AlertRule rule = ((RuleDraft.Result.Read) RuleDraft.read("bench", yaml)).rule();
                double best = Double.MAX_VALUE;
                double cpu = Double.MAX_VALUE;
                Backtest backtest = run(store, site, rule);
                for (int time = 0; time < 3; time++) {
                    long begin = System.nanoTime();
                    long cpuBegin = cpu();
                    backtest = run(store, site, rule);
                    best = Math.min(best, (System.nanoTime() - begin) / 1e9);
                    cpu = Math.min(cpu, (cpu() - cpuBegin) / 1e9);
                }
                System.out.printf(
                        Locale.ROOT,
                        "{\"bench\":\"backtest\",\"rule\":\"%s\",\"samples\":%d,\"approximate\":%d,\"firings\":%d,\"seconds\":%.2f,\"cpu\":%.2f}%n",
                        rule.test().text(),
                        backtest.record().samples(),
                        backtest.record().approximate().toDays(),
                        backtest.firings().size(),
                        best,
                        cpu);
            }
        }
    }

    private Backtest run(Store store, Site site, AlertRule rule) throws Exception {
        return new Backtests(store.history(), store.recordings())
                .start(Question.ofSaved(site, rule, now, Duration.ofDays(days)))
                .orElseThrow()
                .result()
                .get();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void fill(Store store) {
        Instant end = START.plus(Duration.ofDays(days));
        for (Instant tick = START; tick.isBefore(end); tick = tick.plus(EVERY)) {
            now = tick;
            for (int index = 0; index < hosts.size(); index++) {
                store.journal().sample(result(index, tick), State.UP);
            }
            while (store.journal().figures().queued() > 20_000) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        now = end;
        while (store.journal().figures().queued() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private CheckResult result(int index, Instant tick) {
        Instant at = tick.plusMillis((long) index * EVERY.toMillis() / hosts.size() + random.nextInt(4));
        Duration latency = Duration.ofNanos((long) (1e6 * (20 + index % 50 + Math.abs(random.nextGaussian()) * 9)));
        Measurement cpu = new Measurement("cpu.used_percent", 20 + random.nextInt(70), "%");
        return new CheckResult(
                hosts.get(index).checks().getFirst().id(),
                at,
                latency,
                Duration.ZERO,
                new Observation(new Outcome.Up("HTTP 200"), Timings.NONE, List.of(cpu), List.of()));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
