package org.watchfloor.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;

/** One look at a target, as the API tells it. */
record ResultJson(
        Instant startedAt,
        Instant finishedAt,
        String outcome,
        Optional<Reason> reason,
        String message,
        double latencySeconds,
        double latenessSeconds,
        Map<Phase, Double> phaseSeconds,
        List<Measured> measurements,
        List<Shown> facts) {
    static ResultJson of(CheckResult result) {
        return new ResultJson(
                result.startedAt(),
                result.finishedAt(),
                word(result.outcome()),
                CheckJson.reason(result.outcome()),
                result.outcome().message(),
                Seconds.of(result.latency()),
                Seconds.of(result.lateness()),
                seconds(result.observation().timings()),
                result.observation().measurements().stream().map(Measured::of).toList(),
                result.observation().facts().stream().map(Shown::of).toList());
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> "UP";
            case Outcome.Degraded _ -> "DEGRADED";
            case Outcome.Down _ -> "DOWN";
            case Outcome.Unknown _ -> "UNKNOWN";
        };
    }

    private static Map<Phase, Double> seconds(Timings timings) {
        Map<Phase, Double> seconds = new LinkedHashMap<>();
        timings.phases().forEach((phase, length) -> seconds.put(phase, Seconds.of(length)));
        return seconds;
    }

    /** A figure in the unit that the check gave it. */
    record Measured(String name, Optional<Double> value, String unit) {
        static Measured of(Measurement measurement) {
            return new Measured(measurement.name(), Numbers.finite(measurement.value()), measurement.unit());
        }
    }

    /** A raw detail, redacted where it came from. */
    record Shown(String name, String value) {
        static Shown of(Fact fact) {
            return new Shown(fact.name(), fact.value());
        }
    }
}
