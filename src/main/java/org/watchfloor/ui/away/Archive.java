package org.watchfloor.ui.away;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.Alert;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.History;
import org.watchfloor.incident.Incident;
import org.watchfloor.model.Gap;
import org.watchfloor.notify.Posting;

/** Asks for all that was going on in a span of time. Any thread. */
final class Archive {
    /** Of each kind. */
    static final int MOST = 1_000;

    private final History history;
    private final AlertHistory alerts;

    Archive(History history, AlertHistory alerts) {
        this.history = history;
        this.alerts = alerts;
    }

    /** All that was going on, newest first of each kind, gaps oldest first. */
    record Past(List<Incident> incidents, List<Alert> alerts, List<Gap> gaps, List<Posting> postings) {
        Past {
            incidents = List.copyOf(incidents);
            alerts = List.copyOf(alerts);
            gaps = List.copyOf(gaps);
            postings = List.copyOf(postings);
        }

        /** Whether there may be more. */
        boolean isCutOff() {
            return incidents.size() >= MOST || alerts.size() >= MOST || postings.size() >= MOST;
        }
    }

    /**
     * What was going on, put together.
     *
     * @param all the latest first
     * @param isCutOff whether there may be more
     */
    record Found(List<Happening> all, boolean isCutOff) {
        static final Found NOTHING = new Found(List.of(), false);

        Found {
            all = List.copyOf(all);
        }
    }

    CompletableFuture<Found> between(Instant from, Instant to) {
        var incidents = history.incidents(from, to, MOST);
        var gaps = history.gaps(from, to);
        var fired = alerts.alerts(from, to, MOST);
        var postings = alerts.notices(from, to, MOST);
        return CompletableFuture.allOf(incidents, gaps, fired, postings)
                .thenApply(_ -> new Past(incidents.join(), fired.join(), gaps.join(), postings.join()))
                .thenApply(past -> new Found(Happenings.of(past), past.isCutOff()));
    }
}
