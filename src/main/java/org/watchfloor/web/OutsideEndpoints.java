package org.watchfloor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.watchfloor.alert.outside.Feed;
import org.watchfloor.alert.outside.NotTaken;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.alert.outside.Report;
import org.watchfloor.config.Site;
import org.watchfloor.engine.AlertOperations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.Taken;

/**
 * Takes alerts of other programs: as an Alertmanager's webhook tells them, and as a Prometheus posts them to its
 * Alertmanagers. Answers 200 when what was taken is on disk. As an Alertmanager does, it takes the good ones of a body
 * and answers 400 for the others. Safe for many threads; few are served at once, so that their bodies need little memory.
 */
final class OutsideEndpoints {
    static final String WEBHOOK = "/api/v1/alertmanager";
    static final String ALERTS = "/api/v2/alerts";
    /** Whose bodies may be larger than others. */
    static final Set<String> PATHS = Set.of(WEBHOOK, ALERTS);

    static final int MOST_ALERTS = 1_000;

    private static final int AT_ONCE = 8;
    private static final int SECONDS_TO_WAIT = 5;
    private static final int REASONS = 3;

    private final Snapshots snapshots;
    private final AlertOperations operations;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    OutsideEndpoints(EnginePorts engine) {
        this.snapshots = engine.snapshots();
        this.operations = engine.alertOperations();
    }

    Reply webhook(Call call) throws InterruptedException {
        return admitted(() -> {
            WebhookJson body = call.body(WebhookJson.class);
            return taken(body.reports(), Feed.WEBHOOK, body.source(call.peer()));
        });
    }

    Reply alerts(Call call) throws InterruptedException {
        return admitted(() -> {
            List<Report> reports = OutsideAlertJson.reports(call.body(OutsideAlertJson[].class));
            return taken(reports, Feed.POSTS, "a program at " + call.peer());
        });
    }

    private Reply admitted(Work work) throws InterruptedException {
        if (snapshots.current().site().equals(Site.EMPTY)) {
            throw unavailable("no configuration is in force yet");
        }
        if (!places.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
            throw unavailable("too many reports come at once");
        }
        try {
            return work.answer();
        } finally {
            places.release();
        }
    }

    private Reply taken(List<Report> reports, Feed feed, String source) throws InterruptedException {
        if (reports.size() > MOST_ALERTS) {
            throw Problem.of(413, "the body holds more than " + MOST_ALERTS + " alerts; send them in several");
        }
        List<OutsideAlert> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (int index = 0; index < reports.size(); index++) {
            try {
                good.add(reports.get(index).taken(feed, source));
            } catch (NotTaken e) {
                bad.add("alert " + (index + 1) + " " + e.why());
            }
        }
        Taken taken = good.isEmpty() ? new Taken(0, 0) : Answers.await(operations.report(good));
        if (taken.left() > 0) {
            String detail = taken.taken() + " taken, " + taken.left() + " not, because " + MOST_ALERTS
                    + " alerts from outside are alive already";
            throw Problem.withHeader(429, detail, "Retry-After", "60");
        }
        if (!bad.isEmpty()) {
            List<String> some = bad.stream().limit(REASONS).toList();
            throw Problem.of(
                    400,
                    taken.taken() + " taken, " + bad.size() + " not: " + String.join("; ", some)
                            + (bad.size() > REASONS ? "; …" : ""));
        }
        return Reply.ok(new Received(taken.taken()));
    }

    private static Problem unavailable(String detail) {
        return Problem.withHeader(503, detail, "Retry-After", "5");
    }

    private interface Work {
        Reply answer() throws InterruptedException;
    }

    /** How many alerts of the body are known now, or known to be over. */
    record Received(int taken) {}
}
