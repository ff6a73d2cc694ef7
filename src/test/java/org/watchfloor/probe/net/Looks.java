package org.watchfloor.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;

/** Runs probes as the engine does, on a virtual thread, and reads what they bring home. */
public final class Looks {
    /** Threads are scheduled late on a busy machine. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private Looks() {}

    /** Runs the probe and fails if it overruns its budget. */
    public static Observation run(Probe probe, Duration timeout) {
        CompletableFuture<Observation> result = new CompletableFuture<>();
        long start = System.nanoTime();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(probe.run(timeout));
            } catch (Throwable t) {
                result.completeExceptionally(t);
            }
        });
        try {
            Observation observation = result.get(60, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(timeout.plus(SLACK));
            return observation;
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("the probe did not return an observation", e);
        }
    }

    public static Reason reason(Observation observation) {
        return switch (observation.outcome()) {
            case Outcome.Up up -> throw new AssertionError("up: " + up.message());
            case Outcome.Down down -> down.reason();
            case Outcome.Degraded degraded -> degraded.reason();
            case Outcome.Unknown unknown -> unknown.reason();
        };
    }

    public static void assertUp(Observation observation) {
        assertThat(observation.outcome()).isInstanceOf(Outcome.Up.class);
    }

    /** Asserts DOWN for the reason, with a message that contains the text. */
    public static void assertDown(Observation observation, Reason reason, String message) {
        assertThat(observation.outcome()).isInstanceOf(Outcome.Down.class);
        assertThat(observation.outcome().message()).contains(message);
        assertThat(reason(observation)).isEqualTo(reason);
    }

    public static void assertUnknown(Observation observation, Reason reason, String message) {
        assertThat(observation.outcome()).isInstanceOf(Outcome.Unknown.class);
        assertThat(observation.outcome().message()).contains(message);
        assertThat(reason(observation)).isEqualTo(reason);
    }

    public static double measured(Observation observation, String name) {
        return observation.measurements().stream()
                .filter(measurement -> measurement.name().equals(name))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + observation.measurements()));
    }

    public static String fact(Observation observation, String name) {
        return observation.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + observation.facts()));
    }
}
