package org.watchfloor.probe.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Rung;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Looks;

/** Goes down ladders as the engine does, on a virtual thread, and reads what they found. */
public final class Descents {
    public static final Duration PLENTY = Duration.ofSeconds(5);
    private static final Duration SLACK = Duration.ofSeconds(2);
    private static final Instant NIGHT = Instant.parse("2026-01-05T02:14:00Z");

    private Descents() {}

    /** Goes down without knowing a good look. */
    public static List<Rung> down(Ladder ladder) {
        return down(ladder, PLENTY, Optional.empty());
    }

    /** Goes down and fails if that takes longer than it may. */
    public static List<Rung> down(Ladder ladder, Duration timeout, Optional<CheckResult> good) {
        CompletableFuture<List<Rung>> result = new CompletableFuture<>();
        long start = System.nanoTime();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(ladder.descend(timeout, good));
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        });
        try {
            List<Rung> rungs = result.get(60, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(timeout.multipliedBy(2).plus(SLACK));
            return rungs;
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("the descent did not end", e);
        }
    }

    /** What the probe sees now as a good result of the night before. */
    public static Optional<CheckResult> good(Probe probe) {
        Observation seen = Looks.run(probe, PLENTY);
        Looks.assertUp(seen);
        return Optional.of(
                new CheckResult(CheckId.parse("web-1/front"), NIGHT, Duration.ofMillis(35), Duration.ZERO, seen));
    }

    /** {@code name ok, route ok, TCP broken, HTTP not reached}. */
    public static String standings(List<Rung> rungs) {
        return rungs.stream()
                .map(rung -> rung.name() + " " + rung.standing().text())
                .collect(Collectors.joining(", "));
    }

    public static Rung rung(List<Rung> rungs, String name) {
        return rungs.stream()
                .filter(rung -> rung.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + rungs));
    }
}
