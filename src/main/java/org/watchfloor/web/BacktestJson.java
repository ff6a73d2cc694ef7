package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.engine.backtest.Backtest;
import org.watchfloor.engine.backtest.Firing;
import org.watchfloor.engine.backtest.Suggestion;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Severity;

/**
 * What a rule would have done, as the API tells it.
 *
 * @param fired how often; {@code firings} may hold fewer, the newest
 */
public record BacktestJson(
        RuleJson rule,
        OnRecord record,
        int fired,
        double pagesPerWeek,
        double firingSeconds,
        List<FiringJson> firings,
        List<IncidentSummary> found,
        List<IncidentSummary> missed,
        Optional<Difference> difference,
        SuggestionJson suggestion) {
    /** As the web door would answer it. */
    public static String text(Backtest backtest, int most) {
        return Json.write(of(backtest, most));
    }

    static BacktestJson of(Backtest backtest, int most) {
        return new BacktestJson(
                RuleJson.of(backtest.rule()),
                OnRecord.of(backtest.record()),
                backtest.firings().size(),
                backtest.pagesPerWeek(),
                Seconds.of(backtest.firing()),
                newest(backtest.firings(), most),
                backtest.found().stream().map(IncidentSummary::of).toList(),
                backtest.missed().stream().map(IncidentSummary::of).toList(),
                backtest.difference().map(difference -> Difference.of(difference, most)),
                SuggestionJson.of(backtest.suggestion()));
    }

    private static List<FiringJson> newest(List<Firing> inOrder, int most) {
        return inOrder.subList(Math.max(0, inOrder.size() - most), inOrder.size()).stream()
                .map(FiringJson::of)
                .toList();
    }

    /** What there was to look at. */
    record OnRecord(
            Instant from,
            Instant to,
            Instant recordedFrom,
            Instant exactFrom,
            double askedSeconds,
            double observedSeconds,
            double approximateSeconds,
            int checks,
            long samples,
            List<String> notes) {
        static OnRecord of(Backtest.OnRecord record) {
            return new OnRecord(
                    record.from(),
                    record.to(),
                    record.recordedFrom(),
                    record.exactFrom(),
                    Seconds.of(record.asked()),
                    Seconds.of(record.observed()),
                    Seconds.of(record.approximate()),
                    record.checks(),
                    record.samples(),
                    record.notes());
        }
    }

    /** One time that it would have fired; {@code to} is absent while it still does. */
    record FiringJson(
            String subject, Instant since, Instant from, Optional<Instant> to, Severity severity, String explanation) {
        static FiringJson of(Firing firing) {
            return new FiringJson(
                    firing.subject().toString(),
                    firing.since(),
                    firing.from(),
                    firing.to(),
                    firing.severity(),
                    firing.explanation());
        }
    }

    /** An incident in short. */
    record IncidentSummary(long id, String host, Instant startedAt, Optional<Instant> resolvedAt, String summary) {
        static IncidentSummary of(Incident incident) {
            return new IncidentSummary(
                    incident.id().value(),
                    incident.host().value(),
                    incident.startedAt(),
                    incident.resolvedAt(),
                    incident.summary());
        }
    }

    /** What is other than with the saved version, which fired {@code before} times. */
    record Difference(
            int before, int appearedCount, int vanishedCount, List<FiringJson> appeared, List<FiringJson> vanished) {
        static Difference of(Backtest.Difference difference, int most) {
            return new Difference(
                    difference.before(),
                    difference.appeared().size(),
                    difference.vanished().size(),
                    newest(difference.appeared(), most),
                    newest(difference.vanished(), most));
        }
    }

    /** Another condition, another {@code for}, and what that rests on. */
    record SuggestionJson(Optional<String> when, Optional<Double> forSeconds, String why) {
        static SuggestionJson of(Suggestion suggestion) {
            return new SuggestionJson(suggestion.when(), suggestion.hold().map(Seconds::of), suggestion.sentence());
        }
    }
}
