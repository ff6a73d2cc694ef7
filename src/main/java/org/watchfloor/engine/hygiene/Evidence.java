package org.watchfloor.engine.hygiene;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.engine.backtest.NormalRange;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;

/**
 * What the judgement of the rules rests on. Immutable.
 *
 * @param from since when alerts are on record
 * @param now end of the span
 * @param alerts all of the span, of any rule
 * @param incidents that were open in the span
 * @param covered the checks that each rule looks at, by the rule's id
 * @param normal what the figure of a rule is while nothing is wrong, by the rule's id, as far as it is known
 */
public record Evidence(
        Instant from,
        Instant now,
        AlertPolicy policy,
        List<Alert> alerts,
        List<Incident> incidents,
        Map<String, Set<CheckId>> covered,
        Map<String, NormalRange> normal) {
    public Evidence {
        alerts = List.copyOf(alerts);
        incidents = List.copyOf(incidents);
        covered = Map.copyOf(covered);
        normal = Map.copyOf(new HashMap<>(normal));
    }

    Duration span() {
        return Duration.between(from, now);
    }

    /** That fired, newest first. */
    List<Alert> firings(AlertRule rule) {
        return alerts.stream()
                .filter(alert ->
                        alert.rule().equals(rule.id()) && alert.firedAt().isPresent())
                .toList();
    }

    /** Whether one of the checks that the alert is about had an incident while it fired. */
    boolean metIncident(Alert alert) {
        Set<CheckId> checks =
                alert.subject().check().map(Set::of).orElseGet(() -> covered.getOrDefault(alert.rule(), Set.of()));
        Instant fired = alert.firedAt().orElse(alert.since());
        Instant ended = alert.endedAt().orElse(now);
        return incidents.stream()
                .filter(incident -> incident.startedAt().isBefore(ended)
                        && fired.isBefore(incident.resolvedAt().orElse(now)))
                .anyMatch(incident -> incident.involved().stream().anyMatch(checks::contains));
    }

    Optional<NormalRange> normal(AlertRule rule) {
        return Optional.ofNullable(normal.get(rule.id())).filter(NormalRange::isKnown);
    }
}
