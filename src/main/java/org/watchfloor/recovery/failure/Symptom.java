package org.watchfloor.recovery.failure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.config.Check;
import org.watchfloor.config.Service;
import org.watchfloor.config.ServiceType;
import org.watchfloor.config.Site;
import org.watchfloor.config.Threshold;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;

/**
 * What a failed look says about the kind of failure. Immutable.
 *
 * @param status of an HTTP answer
 * @param metric the one that is outside its threshold
 * @param hostIsDown whether everything on the host fails
 * @param plays what the services are that the check carries
 * @param tags of the host and of the check
 */
public record Symptom(
        Reason reason,
        String message,
        OptionalInt status,
        Optional<String> metric,
        boolean hostIsDown,
        Set<ServiceType> plays,
        Set<String> tags) {
    private static final String STATUS = "status";

    public Symptom {
        plays = Set.copyOf(plays);
        tags = Set.copyOf(tags);
    }

    /** Of one look; empty if it found nothing wrong. */
    public static Optional<Symptom> of(Site site, CheckResult result, boolean hostIsDown) {
        Optional<Check> check = site.checks().stream()
                .filter(known -> known.id().equals(result.check()))
                .findFirst();
        return reason(result.outcome())
                .map(reason -> new Symptom(
                        reason,
                        result.outcome().message(),
                        status(result.observation().measurements()),
                        check.filter(_ -> reason == Reason.THRESHOLD).flatMap(known -> beyond(known, result)),
                        hostIsDown,
                        Target.services(site, result.check()).map(Service::type).collect(Collectors.toSet()),
                        Target.tags(site, result.check())));
    }

    private static Optional<Reason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> Optional.empty();
            case Outcome.Degraded(Reason reason, String _) -> Optional.of(reason);
            case Outcome.Down(Reason reason, String _) -> Optional.of(reason);
            case Outcome.Unknown(Reason reason, String _) -> Optional.of(reason);
        };
    }

    private static OptionalInt status(List<Measurement> measured) {
        return measured.stream()
                .filter(measurement -> measurement.name().equals(STATUS))
                .mapToInt(measurement -> (int) measurement.value())
                .findFirst();
    }

    /** The metric that is worst: beyond its limit for DOWN before beyond that for DEGRADED. */
    private static Optional<String> beyond(Check check, CheckResult result) {
        return check.thresholds().stream()
                .filter(threshold -> isBeyond(threshold, threshold.down(), result))
                .findFirst()
                .or(() -> check.thresholds().stream()
                        .filter(threshold -> isBeyond(threshold, threshold.degraded(), result))
                        .findFirst())
                .map(Threshold::metric);
    }

    private static boolean isBeyond(Threshold threshold, Optional<Double> limit, CheckResult result) {
        OptionalDouble value = threshold.metric().equals(Threshold.LATENCY)
                ? OptionalDouble.of(result.latency().toNanos() / 1e6)
                : result.observation().measurements().stream()
                        .filter(measurement -> measurement.name().equals(threshold.metric()))
                        .mapToDouble(Measurement::value)
                        .findFirst();
        return limit.isPresent()
                && value.isPresent()
                && threshold.direction().isBeyond(value.getAsDouble(), limit.get());
    }
}
