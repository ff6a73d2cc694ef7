package org.watchfloor.app;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchfloor.config.Check;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import tools.jackson.databind.json.JsonMapper;

/** One result in words or as JSON. */
record ProbeReport(Check check, CheckResult result) {
    String text() {
        StringBuilder text = new StringBuilder();
        text.append("%s is %s: %s%n"
                .formatted(check.id(), verdict(), result.outcome().message()));
        text.append("%s, took %s ms of %s s%n"
                .formatted(
                        check.spec().summary(),
                        millis(result.latency()),
                        check.timeout().toSeconds()));
        result.observation()
                .timings()
                .phases()
                .forEach((phase, took) -> text.append("  %-12s %10s ms%n".formatted(phase.text(), millis(took))));
        for (Measurement measurement : result.observation().measurements()) {
            text.append("  %-32s %s %s%n".formatted(measurement.name(), measurement.value(), measurement.unit()));
        }
        for (Fact fact : result.observation().facts()) {
            text.append("  %s: %s%n".formatted(fact.name(), fact.value().strip().replace("\n", "\n    ")));
        }
        return text.toString().stripTrailing();
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", check.id().toString());
        json.put("summary", check.spec().summary());
        json.put("state", verdict());
        json.put("reason", reason());
        json.put("message", result.outcome().message());
        json.put("startedAt", result.startedAt().toString());
        json.put("latencyMillis", result.latency().toNanos() / 1e6);
        json.put("phasesMillis", phases());
        json.put("measurements", result.observation().measurements());
        json.put("facts", facts());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private Map<String, Double> phases() {
        Map<String, Double> phases = new LinkedHashMap<>();
        Map<Phase, Duration> timings = result.observation().timings().phases();
        timings.forEach((phase, took) -> phases.put(phase.name().toLowerCase(Locale.ROOT), took.toNanos() / 1e6));
        return phases;
    }

    private Map<String, List<String>> facts() {
        return result.observation().facts().stream()
                .collect(Collectors.groupingBy(
                        Fact::name, LinkedHashMap::new, Collectors.mapping(Fact::value, Collectors.toList())));
    }

    private String verdict() {
        return switch (result.outcome()) {
            case Outcome.Up up -> "UP";
            case Outcome.Degraded degraded -> "DEGRADED";
            case Outcome.Down down -> "DOWN";
            case Outcome.Unknown unknown -> "UNKNOWN";
        };
    }

    private String reason() {
        return switch (result.outcome()) {
            case Outcome.Up up -> "";
            case Outcome.Degraded degraded -> degraded.reason().name();
            case Outcome.Down down -> down.reason().name();
            case Outcome.Unknown unknown -> unknown.reason().name();
        };
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
    }
}
