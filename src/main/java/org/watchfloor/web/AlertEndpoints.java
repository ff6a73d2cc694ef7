package org.watchfloor.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.model.AlertId;

/** Alerts, present and past. */
final class AlertEndpoints {
    static final int MOST_ALERTS = 1_000;

    private static final Comparator<Alert> WORST_FIRST =
            Comparator.comparing(Alert::severity).thenComparing(Alert::id, Comparator.reverseOrder());

    private final KnownAlerts alerts;
    private final AlertHistory history;
    private final InstantSource clock;

    AlertEndpoints(EnginePorts engine, InstantSource clock) {
        this.alerts = new KnownAlerts(engine);
        this.history = engine.alertHistory();
        this.clock = clock;
    }

    Reply list(Call call) throws InterruptedException {
        Query query = call.query();
        Instant now = clock.instant();
        AlertFilter filter = AlertFilter.of(query);
        boolean isPast = query.text("from").isPresent() || query.text("to").isPresent();
        Stream<Alert> found = isPast ? past(query, filter, now) : present(filter);
        return Reply.ok(
                new AlertList(now, found.map(alert -> AlertJson.of(alert, now)).toList()));
    }

    Reply one(Call call) throws InterruptedException {
        return Reply.ok(AlertJson.of(alerts.any(call.alertId()), clock.instant()));
    }

    private Stream<Alert> present(AlertFilter filter) {
        if (filter.status().equals(Optional.of(Alert.Status.RESOLVED))) {
            throw Problem.badParameter("status", "resolved alerts are of the past; add from, such as from=-24h");
        }
        return alerts.present().filter(filter::fits).sorted(WORST_FIRST);
    }

    /** The store may be a moment behind, so what is present counts as it is now. */
    private Stream<Alert> past(Query query, AlertFilter filter, Instant now) throws InterruptedException {
        TimeSpan span = query.span("-24h", now);
        int limit = query.integer("limit", 100, 1, MOST_ALERTS);
        Map<AlertId, Alert> found = new TreeMap<>(Comparator.reverseOrder());
        Answers.await(history.alerts(span.from(), span.to(), filter.fitsAll() ? limit : MOST_ALERTS))
                .forEach(alert -> found.put(alert.id(), alert));
        alerts.present()
                .filter(alert -> alert.since().isBefore(span.to()))
                .forEach(alert -> found.put(alert.id(), alert));
        return found.values().stream().filter(filter::fits).limit(limit);
    }

    /** Present ones worst first, those of a span newest first. */
    record AlertList(Instant at, List<AlertJson> alerts) {}
}
