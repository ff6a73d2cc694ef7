package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.CheckId;

/** The answer to "why?": what was decided, in order, each with its reason. */
final class WhyEndpoints {
    static final int MOST_VERDICTS = 5_000;

    private final Snapshots snapshots;
    private final KnownAlerts alerts;
    private final AlertHistory history;
    private final InstantSource clock;

    WhyEndpoints(EnginePorts engine, InstantSource clock) {
        this.snapshots = engine.snapshots();
        this.alerts = new KnownAlerts(engine);
        this.history = engine.alertHistory();
        this.clock = clock;
    }

    Reply ofAlert(Call call) throws InterruptedException {
        Alert alert = alerts.any(call.alertId());
        List<VerdictJson> verdicts = json(Answers.await(history.verdicts(alert.id())));
        return Reply.ok(new AlertWhy(AlertJson.of(alert, clock.instant()), verdicts));
    }

    Reply ofCheck(Call call) throws InterruptedException {
        CheckId check = call.checkId();
        Query query = call.query();
        Instant now = clock.instant();
        TimeSpan span = query.span("-24h", now);
        int limit = query.integer("limit", 1_000, 1, MOST_VERDICTS);
        Subject subject = Subject.of(check);
        List<Verdict> verdicts = Answers.await(history.verdicts(subject, span.from(), span.to(), limit));
        if (verdicts.isEmpty()) {
            Known.check(snapshots.current(), check);
        }
        List<AlertJson> present = alerts.present()
                .filter(alert -> alert.subject().equals(subject))
                .map(alert -> AlertJson.of(alert, now))
                .toList();
        return Reply.ok(new CheckWhy(check.toString(), span.from(), span.to(), present, json(verdicts)));
    }

    private static List<VerdictJson> json(List<Verdict> verdicts) {
        return verdicts.stream().map(VerdictJson::of).toList();
    }

    /** An alert and all that was decided about it, in order. */
    record AlertWhy(AlertJson alert, List<VerdictJson> verdicts) {}

    /**
     * What was decided about a check in a span, in order.
     *
     * @param alerts its present ones
     */
    record CheckWhy(String check, Instant from, Instant to, List<AlertJson> alerts, List<VerdictJson> verdicts) {}
}
