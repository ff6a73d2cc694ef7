package org.watchfloor.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.watchfloor.config.Check;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.engine.ProbeRun;
import org.watchfloor.health.Limits;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watchfloor probe CHECK}: runs one check now and prints what it saw. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = ProbeCommand.UNKNOWN,
        exitCodeOnExecutionException = ProbeCommand.UNKNOWN,
        description = "Runs one check now and prints phases, metrics and verdict.",
        footer = {"", "Exit codes, as of a Nagios plugin: 0 up, 1 degraded, 2 down, 3 unknown."})
final class ProbeCommand implements Callable<Integer> {
    static final int UNKNOWN = 3;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Parameters(paramLabel = "CHECK", description = "host/name, such as web-1/front")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
        Logs.off();
        try (ProbeRoom probes = ProbeRoom.open(DataOption.pins(data.directory()))) {
            return switch (new ConfigDirectory(
                            config.directory(),
                            probes.probes().types(),
                            ChannelRoom.open().sections())
                    .read()) {
                case ConfigResult.Rejected rejected -> {
                    rejected.problems().forEach(System.err::println);
                    yield UNKNOWN;
                }
                case ConfigResult.Loaded loaded -> probe(loaded.site(), probes);
            };
        }
    }

    private int probe(Site site, ProbeRoom probes) {
        Optional<Check> check = site.checks().stream()
                .filter(candidate -> candidate.id().toString().equals(name))
                .findFirst();
        if (check.isEmpty()) {
            System.err.printf("watchfloor: no check \"%s\" in %s; write host/name%n", name, config.directory());
            return UNKNOWN;
        }
        CheckResult result = Limits.judge(check.get().thresholds(), run(check.get(), probes));
        ProbeReport report = new ProbeReport(check.get(), result);
        System.out.println(json ? report.json() : report.text());
        return switch (result.outcome()) {
            case Outcome.Up up -> 0;
            case Outcome.Degraded degraded -> 1;
            case Outcome.Down down -> 2;
            case Outcome.Unknown unknown -> UNKNOWN;
        };
    }

    private static CheckResult run(Check check, ProbeRoom probes) {
        InstantSource clock = Clock.systemUTC();
        Instant startedAt = clock.instant();
        long begin = System.nanoTime();
        Observation observation = new ProbeRun()
                .observe(check, probes.probes().open(check.spec()))
                .orElseThrow(() -> new IllegalStateException("interrupted"));
        Duration latency = Duration.ofNanos(System.nanoTime() - begin);
        return new CheckResult(check.id(), startedAt, latency, Duration.ZERO, observation);
    }
}
