package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.engine.EngineFigures;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Counted;

/** Judges engine, start and configuration by the newest snapshot. */
final class EngineHealth {
    /** The engine publishes at least about once a second while it lives. */
    static final Duration SLOW = Duration.ofSeconds(5);

    static final Duration DEAD = Duration.ofSeconds(30);

    private final Snapshots snapshots;
    private final InstantSource clock;

    EngineHealth(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    Finding engine() {
        Snapshot now = snapshots.current();
        double age = Math.max(0, Seconds.of(Duration.between(now.at(), clock.instant())));
        Level level = Level.above(age, Seconds.of(SLOW), Seconds.of(DEAD));
        EngineFigures figures = now.figures();
        return new Finding(
                "engine",
                level,
                level == Level.HEALTHY
                        ? "the engine decides"
                        : "the engine has not spoken for " + Math.round(age) + " seconds",
                new Engine(
                        age,
                        figures.startedAt(),
                        figures.resultsPerSecond(),
                        figures.late(),
                        figures.inbox(),
                        figures.inboxCapacity()));
    }

    /** Started means that each step of the start is healthy; before the start there is none. */
    Finding start() {
        List<EngineFigures.Step> steps = snapshots.current().figures().lifecycle();
        List<Step> sick = steps.stream()
                .filter(step -> !step.healthy())
                .map(step -> new Step(step.name(), step.detail()))
                .toList();
        if (steps.isEmpty()) {
            return new Finding("start", Level.UNHEALTHY, "not started yet", new Start(0, sick));
        }
        return new Finding(
                "start",
                sick.isEmpty() ? Level.HEALTHY : Level.UNHEALTHY,
                sick.isEmpty()
                        ? "all " + steps.size() + " steps are healthy"
                        : Counted.of(sick.size(), "step") + " not healthy",
                new Start(steps.size(), sick));
    }

    Finding configuration() {
        Snapshot now = snapshots.current();
        List<String> problems = now.state().configProblems().stream()
                .map(ConfigProblem::toString)
                .toList();
        Configuration details = new Configuration(
                now.state().siteLoadedAt(),
                now.site().hosts().size(),
                now.checks().size(),
                problems);
        if (problems.isEmpty()) {
            return new Finding("configuration", Level.HEALTHY, "the configuration is in force", details);
        }
        return now.site().hosts().isEmpty()
                ? new Finding(
                        "configuration", Level.UNHEALTHY, "the configuration is invalid; nothing is watched", details)
                : new Finding(
                        "configuration",
                        Level.DEGRADED,
                        "the configuration on disk is invalid; the one before stays in force",
                        details);
    }

    Instant startedAt() {
        return snapshots.current().figures().startedAt();
    }

    /** The engine's pulse. */
    record Engine(
            double snapshotAgeSeconds,
            Instant startedAt,
            double resultsPerSecond,
            long late,
            int inbox,
            int inboxCapacity) {}

    /** The steps of the start. */
    record Start(int steps, List<Step> unhealthy) {}

    /** A step that is not healthy. */
    record Step(String name, String detail) {}

    /** What is watched, and why it is not what is written on disk. */
    record Configuration(Instant loadedAt, int hosts, int checks, List<String> problems) {}
}
