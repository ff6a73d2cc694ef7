package org.watchfloor.health;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.watchfloor.config.Threshold;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;

/** Holds a result against the thresholds of its check. Pure. */
public final class Limits {
    private Limits() {}

    /** The result itself, or the same one DEGRADED or DOWN for the worst limit that it exceeds. */
    public static CheckResult judge(List<Threshold> thresholds, CheckResult result) {
        if (thresholds.isEmpty() || !works(result.outcome())) {
            return result;
        }
        return thresholds.stream()
                .flatMap(threshold -> breach(threshold, result).stream())
                .min(Comparator.comparing(HealthRules::seen))
                .filter(breach -> HealthRules.seen(breach).isWorseThan(HealthRules.seen(result.outcome())))
                .map(breach -> new CheckResult(
                        result.check(),
                        result.startedAt(),
                        result.latency(),
                        result.lateness(),
                        result.observation().withOutcome(breach)))
                .orElse(result);
    }

    private static boolean works(Outcome outcome) {
        return outcome instanceof Outcome.Up || outcome instanceof Outcome.Degraded;
    }

    private static Optional<Outcome> breach(Threshold threshold, CheckResult result) {
        OptionalDouble value = value(threshold.metric(), result);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        double seen = value.getAsDouble();
        Optional<Outcome> down = threshold
                .down()
                .filter(limit -> threshold.direction().isBeyond(seen, limit))
                .map(limit -> new Outcome.Down(Reason.THRESHOLD, message(threshold, seen, limit)));
        return down.or(() -> threshold
                .degraded()
                .filter(limit -> threshold.direction().isBeyond(seen, limit))
                .map(limit -> new Outcome.Degraded(Reason.THRESHOLD, message(threshold, seen, limit))));
    }

    private static OptionalDouble value(String metric, CheckResult result) {
        if (metric.equals(Threshold.LATENCY)) {
            return OptionalDouble.of(result.latency().toNanos() / 1e6);
        }
        return result.observation().measurements().stream()
                .filter(measurement -> measurement.name().equals(metric))
                .mapToDouble(Measurement::value)
                .findFirst();
    }

    private static String message(Threshold threshold, double value, double limit) {
        String unit = threshold.metric().equals(Threshold.LATENCY) ? " ms" : "";
        String side = threshold.direction().name().toLowerCase(Locale.ROOT);
        return "%s is %s%s, %s the limit of %s%s"
                .formatted(threshold.metric(), plain(value), unit, side, plain(limit), unit);
    }

    /** At least three digits of the figure, never an exponent. */
    private static String plain(double value) {
        BigDecimal exact = new BigDecimal(value);
        int scale = Math.clamp(2L - exact.precision() + exact.scale() + 1, 0, 3);
        return exact.setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
