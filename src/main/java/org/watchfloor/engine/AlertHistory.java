package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.AlertId;
import org.watchfloor.notify.Posting;

/** The past of alerts. The rules of {@link History} hold here too. */
public interface AlertHistory {
    /** Alerts that were pending or fired at some time in the span, newest first. */
    CompletableFuture<List<Alert>> alerts(Instant from, Instant to, int limit);

    CompletableFuture<Optional<Alert>> alert(AlertId id);

    /** All that was decided about an alert, in order: the answer to "why?". */
    CompletableFuture<List<Verdict>> verdicts(AlertId alert);

    /** All that was decided about a check or group in the span, in order, at most the newest {@code limit}. */
    CompletableFuture<List<Verdict>> verdicts(Subject subject, Instant from, Instant to, int limit);

    /** Notices decided in the span, newest first. */
    CompletableFuture<List<Posting>> notices(Instant from, Instant to, int limit);
}
