package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.watchfloor.config.Check;
import org.watchfloor.config.Threshold;
import org.watchfloor.engine.Diagnoses;
import org.watchfloor.engine.EngineState;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.health.Recent;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;

/** How the API speaks of checks. */
final class CheckJson {
    private CheckJson() {}

    /** What is known of a check, in short. */
    record Summary(
            String id,
            String host,
            String name,
            String looksAt,
            boolean enabled,
            State state,
            Instant since,
            State hard,
            Optional<Coming> coming,
            Optional<Reason> reason,
            String message,
            Optional<Instant> heldBackSince,
            Optional<Instant> failingSince,
            Optional<Instant> lastStartedAt,
            Optional<Double> latencySeconds) {
        static Summary of(Check check, CheckHealth health) {
            return new Summary(
                    check.id().toString(),
                    check.id().host().value(),
                    check.id().name(),
                    check.spec().summary(),
                    check.enabled(),
                    health.state(),
                    health.since(),
                    health.hard(),
                    health.coming().map(coming -> new Coming(coming.state(), coming.streak(), coming.needed())),
                    health.last().flatMap(last -> CheckJson.reason(last.outcome())),
                    health.message(),
                    health.heldBack().map(CheckHealth.HeldBack::since),
                    health.failingSince(),
                    health.last().map(CheckResult::startedAt),
                    health.last().map(last -> Seconds.of(last.latency())));
        }
    }

    /** A state that is not confirmed yet. */
    record Coming(State state, int streak, int needed) {}

    /** All that is known of a check. */
    record Detail(
            Instant at,
            Summary check,
            Settings settings,
            Optional<ResultJson> last,
            List<@Nullable Double> recentLatencySeconds,
            Descent diagnosis) {
        static Detail of(Instant at, Check check, CheckHealth health, Descent diagnosis) {
            return new Detail(
                    at,
                    Summary.of(check, health),
                    Settings.of(check),
                    health.last().map(ResultJson::of),
                    latencies(health.recent()),
                    diagnosis);
        }

        /** Oldest first; null for a failed look. */
        private static List<@Nullable Double> latencies(Recent recent) {
            return IntStream.range(0, recent.size())
                    .mapToObj(index -> Numbers.finite(Seconds.ofMillis(recent.millis(index)))
                            .orElse(null))
                    .toList();
        }
    }

    /**
     * Where the way to the target is broken.
     *
     * @param underWaySince since when a descent is under way
     * @param at when what was found last was tried
     * @param text what was found last
     */
    record Descent(Optional<Instant> underWaySince, Optional<Instant> at, Optional<String> text) {
        static Descent of(EngineState state, Check check) {
            Diagnoses diagnoses = state.alerting().diagnoses();
            Optional<Diagnosis> found = diagnoses.of(state.layout(), check.id());
            return new Descent(
                    diagnoses.underWay(state.layout(), check.id()),
                    found.map(Diagnosis::at),
                    found.map(Diagnosis::text));
        }
    }

    /** How a check is configured, and where. */
    record Settings(
            double everySeconds,
            double timeoutSeconds,
            Optional<Double> retryEverySeconds,
            int unhealthyAfter,
            int healthyAfter,
            List<Limit> thresholds,
            Set<String> tags,
            String place) {
        static Settings of(Check check) {
            return new Settings(
                    Seconds.of(check.every()),
                    Seconds.of(check.timeout()),
                    check.retryEvery().map(Seconds::of),
                    check.unhealthyAfter(),
                    check.healthyAfter(),
                    check.thresholds().stream().map(Limit::of).toList(),
                    new TreeSet<>(check.tags()),
                    check.place().toString());
        }
    }

    /** Beyond which values of a metric a check is degraded or down. */
    record Limit(String metric, Threshold.Direction direction, Optional<Double> degraded, Optional<Double> down) {
        static Limit of(Threshold threshold) {
            return new Limit(threshold.metric(), threshold.direction(), threshold.degraded(), threshold.down());
        }
    }

    static Optional<Reason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> Optional.empty();
            case Outcome.Degraded degraded -> Optional.of(degraded.reason());
            case Outcome.Down down -> Optional.of(down.reason());
            case Outcome.Unknown unknown -> Optional.of(unknown.reason());
        };
    }
}
