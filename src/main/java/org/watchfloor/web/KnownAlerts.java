package org.watchfloor.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.Matchers;
import org.watchfloor.engine.AlertHistory;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.AlertId;

/** Finds alerts, present ones as they are now, others in the past. Safe for many threads. */
final class KnownAlerts {
    private final Snapshots snapshots;
    private final AlertHistory history;

    KnownAlerts(EnginePorts engine) {
        this.snapshots = engine.snapshots();
        this.history = engine.alertHistory();
    }

    /** Those that are pending or fire. */
    Stream<Alert> present() {
        return snapshots.current().state().alerting().book().all().filter(alert -> alert.status() != Status.RESOLVED);
    }

    /** The numbers of the present ones that fit, in order. */
    List<Long> present(Matchers matchers) {
        return present()
                .filter(alert -> matchers.match(alert.matched()))
                .map(alert -> alert.id().value())
                .sorted()
                .toList();
    }

    Optional<Alert> present(AlertId id) {
        return present().filter(alert -> alert.id().equals(id)).findFirst();
    }

    /** @throws Problem 404 if it is neither present nor past */
    Alert any(AlertId id) throws InterruptedException {
        Optional<Alert> now = snapshots.current().state().alerting().book().find(id);
        Optional<Alert> alert = now.isPresent() ? now : Answers.await(history.alert(id));
        return alert.orElseThrow(
                () -> Problem.notFound("there is no alert " + id + "; GET /api/v1/alerts lists the present ones"));
    }

    /** @throws Problem 404 if there is none, 409 if it is over */
    Alert open(AlertId id) throws InterruptedException {
        Alert alert = any(id);
        if (alert.status() == Status.RESOLVED) {
            throw Problem.of(409, "alert " + id + " is resolved; nothing can be done with it any more");
        }
        return alert;
    }
}
