package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * How Watchfloor itself does, not what it watches: {@code healthy}, {@code degraded} (both 200) or {@code unhealthy} (503);
 * the worst part decides.
 */
final class HealthEndpoints {
    private final EngineHealth engine;
    private final StoreHealth store;
    private final SystemHealth system;
    private final String version;
    private final InstantSource clock;

    HealthEndpoints(EngineHealth engine, StoreHealth store, SystemHealth system, String version, InstantSource clock) {
        this.engine = engine;
        this.store = store;
        this.system = system;
        this.version = version;
        this.clock = clock;
    }

    /** In one word, with what is wrong. */
    Reply overall(Call call) throws InterruptedException {
        List<Finding> all = all();
        List<String> messages = all.stream()
                .filter(finding -> finding.level() != Level.HEALTHY)
                .map(finding -> finding.name() + ": " + finding.message())
                .toList();
        Level level = worst(all);
        return Reply.json(level.httpStatus(), new Overall(level.word(), clock.instant(), messages));
    }

    /** Whether the engine's thread lives; asked without a token, so it says no more. */
    Reply live(Call call) {
        Level level = engine.engine().level();
        return Reply.json(level.httpStatus(), new Pulse(level.word(), clock.instant()));
    }

    /** Whether everything has started, the store works and a configuration is in force. */
    Reply ready(Call call) throws InterruptedException {
        List<Finding> findings = List.of(engine.engine(), engine.start(), store.finding(), engine.configuration());
        return report(worst(findings), findings);
    }

    Reply database(Call call) throws InterruptedException {
        List<Finding> findings = List.of(store.finding());
        return report(worst(findings), findings);
    }

    Reply system(Call call) {
        List<Finding> findings = system.findings();
        return report(worst(findings), findings);
    }

    Reply detailed(Call call) throws InterruptedException {
        List<Finding> all = all();
        Instant now = clock.instant();
        Level level = worst(all);
        return Reply.json(
                level.httpStatus(),
                new Detailed(
                        level.word(),
                        now,
                        version,
                        Math.max(0, Seconds.of(Duration.between(engine.startedAt(), now))),
                        wire(all)));
    }

    private List<Finding> all() throws InterruptedException {
        List<Finding> all =
                new ArrayList<>(List.of(engine.engine(), engine.start(), engine.configuration(), store.finding()));
        all.addAll(system.findings());
        return all;
    }

    private Reply report(Level level, List<Finding> findings) {
        return Reply.json(level.httpStatus(), new Report(level.word(), clock.instant(), wire(findings)));
    }

    private static Level worst(List<Finding> findings) {
        return Level.worst(findings.stream().map(Finding::level).toList());
    }

    private static List<Finding.Wire> wire(List<Finding> findings) {
        return findings.stream().map(Finding::wire).toList();
    }

    /** Of {@code /health}. */
    record Overall(String status, Instant timestamp, List<String> messages) {}

    /** Of {@code /health/live}. */
    record Pulse(String status, Instant timestamp) {}

    /** Of the parts of {@code /health}. */
    record Report(String status, Instant timestamp, List<Finding.Wire> checks) {}

    /** Of {@code /health/detailed}. */
    record Detailed(
            String status, Instant timestamp, String version, double uptimeSeconds, List<Finding.Wire> checks) {}
}
