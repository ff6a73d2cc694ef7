package org.watchfloor.engine.hygiene;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.condition.Limit;
import org.watchfloor.alert.condition.Metric;
import org.watchfloor.config.Site;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.History;
import org.watchfloor.engine.backtest.Coverage;
import org.watchfloor.engine.backtest.NormalRange;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Transition;

/**
 * Gathers from the past what {@link Hygiene} judges the rules by. Any thread may ask; what is normal is taken from
 * five-minute means of the last week of at most {@value #MOST_CHECKS} checks of a rule, spread evenly over all.
 */
public final class Inspection {
    /** Newer ones alone are judged if there were more. */
    static final int MOST_ALERTS = 20_000;

    static final int MOST_CHECKS = 25;
    private static final int MOST_INCIDENTS = 10_000;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration STEP = Duration.ofMinutes(5);

    private final History history;
    private final AlertHistory alertHistory;

    public Inspection(History history, AlertHistory alertHistory) {
        this.history = history;
        this.alertHistory = alertHistory;
    }

    /** The findings about the rules of a site, by what happened since then. */
    public CompletableFuture<List<Finding>> findings(Site site, Instant since, Instant now) {
        AlertPolicy policy = site.section(AlertPolicy.class).orElse(AlertPolicy.NONE);
        Map<String, Set<CheckId>> covered = new HashMap<>();
        policy.rules().forEach(rule -> covered.put(rule.id(), Coverage.of(site, rule)));
        CompletableFuture<List<Alert>> alerts = alertHistory.alerts(since, now, MOST_ALERTS);
        CompletableFuture<List<Incident>> incidents = history.incidents(since, now, MOST_INCIDENTS);
        CompletableFuture<List<Transition>> first = history.transitionsAfter(0, 1);
        return alerts.thenCombine(incidents, Asked::new)
                .thenCombine(first, (asked, oldest) -> asked.since(oldest, since))
                .thenCompose(asked -> normal(policy, covered, asked.incidents(), now)
                        .thenApply(normal -> Hygiene.findings(new Evidence(
                                asked.since(), now, policy, asked.alerts(), asked.incidents(), covered, normal))));
    }

    private record Asked(List<Alert> alerts, List<Incident> incidents, Instant since) {
        Asked(List<Alert> alerts, List<Incident> incidents) {
            this(alerts, incidents, Instant.EPOCH);
        }

        /** Nothing is on record before the first change of a state; if there were too many alerts, their span is shorter. */
        Asked since(List<Transition> oldest, Instant asked) {
            Instant recorded = oldest.stream().map(Transition::at).findFirst().orElse(asked);
            Instant begin = recorded.isAfter(asked) ? recorded : asked;
            return new Asked(
                    alerts,
                    incidents,
                    alerts.size() < MOST_ALERTS ? begin : alerts.getLast().since());
        }
    }

    private CompletableFuture<Map<String, NormalRange>> normal(
            AlertPolicy policy, Map<String, Set<CheckId>> covered, List<Incident> incidents, Instant now) {
        CompletableFuture<Map<String, NormalRange>> all = CompletableFuture.completedFuture(new HashMap<>());
        for (AlertRule rule : policy.rules()) {
            Optional<String> metric = metric(rule);
            if (rule.enabled() && metric.isPresent()) {
                CompletableFuture<NormalRange> normal =
                        normal(covered.getOrDefault(rule.id(), Set.of()), metric.get(), incidents, now);
                all = all.thenCombine(normal, (known, one) -> with(known, rule.id(), one));
            }
        }
        return all;
    }

    private static Map<String, NormalRange> with(Map<String, NormalRange> known, String rule, NormalRange one) {
        known.put(rule, one);
        return known;
    }

    private static Optional<String> metric(AlertRule rule) {
        AlertRule.Conditions<?> test = (AlertRule.Conditions<?>) rule.test();
        return Limit.of(test.when())
                .flatMap(Limit::metric)
                .filter(metric -> !metric.isPattern())
                .map(Metric::name);
    }

    private CompletableFuture<NormalRange> normal(
            Set<CheckId> checks, String metric, List<Incident> incidents, Instant now) {
        List<CheckId> sorted = checks.stream().sorted().toList();
        int count = Math.min(MOST_CHECKS, sorted.size());
        CompletableFuture<List<Double>> values = CompletableFuture.completedFuture(new ArrayList<>());
        for (CheckId check : IntStream.range(0, count)
                .mapToObj(index -> sorted.get(index * sorted.size() / count))
                .toList()) {
            CompletableFuture<History.Series> series =
                    history.series(check, metric, now.minus(WEEK), now, (int) WEEK.dividedBy(STEP));
            values = values.thenCombine(series, (known, one) -> {
                one.points().stream()
                        .filter(point -> isQuiet(check, point.at(), incidents, now))
                        .forEach(point -> known.add(point.mean()));
                return known;
            });
        }
        return values.thenApply(known ->
                new NormalRange(known.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    private static boolean isQuiet(CheckId check, Instant at, List<Incident> incidents, Instant now) {
        return incidents.stream()
                .filter(incident -> incident.host().equals(check.host()))
                .noneMatch(incident -> incident.startedAt().isBefore(at.plus(STEP))
                        && at.isBefore(incident.resolvedAt().orElse(now)));
    }
}
