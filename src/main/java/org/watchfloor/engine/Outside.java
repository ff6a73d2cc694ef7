package org.watchfloor.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.alert.Alert;
import org.watchfloor.alert.Alert.Status;
import org.watchfloor.alert.Subject;
import org.watchfloor.alert.outside.OutsideAlert;
import org.watchfloor.alert.outside.OutsidePolicy;
import org.watchfloor.model.AlertId;

/**
 * Takes what other programs report, and ends what they do not report any more. At most {@value #MOST} of their alerts
 * are alive; what goes beyond is not taken, and an alert says so. Confined to one decision.
 */
final class Outside {
    static final int MOST = 1_000;

    private final Draft draft;
    private final AlertLife life;
    private final OutsidePolicy policy;
    private final Map<AlertId, Instant> until;
    private final Map<AlertId, Alert> reworded = new LinkedHashMap<>();

    Outside(Draft draft) {
        this.draft = draft;
        this.life = new AlertLife(draft);
        this.policy = draft.state().layout().site().section(OutsidePolicy.class).orElse(OutsidePolicy.DEFAULT);
        this.until = new HashMap<>(draft.alerts().outside());
    }

    Taken take(List<OutsideAlert> reported) {
        int left = 0;
        long alive = alive(draft.state()).count();
        for (OutsideAlert report : reported) {
            Optional<Alert> present = present(report);
            if (report.isOver(draft.now())) {
                present.ifPresent(alert -> end(alert, "reported as over by " + report.source()));
                alive -= present.isPresent() ? 1 : 0;
            } else if (present.isEmpty() && alive >= MOST) {
                left++;
            } else {
                refresh(report, present);
                alive += present.isPresent() ? 0 : 1;
            }
        }
        if (left > 0) {
            OutsideAlert full = OutsideAlert.full(MOST);
            refresh(full, present(full));
        }
        keep();
        return new Taken(reported.size() - left, left);
    }

    /** Ends what was not reported again in time. */
    void timePassed() {
        Map<AlertId, Instant> due = new HashMap<>(until);
        due.values().removeIf(draft.now()::isBefore);
        if (!due.isEmpty()) {
            alive(draft.state())
                    .filter(alert -> due.containsKey(alert.id()))
                    .sorted(Comparator.comparing(Alert::id))
                    .toList()
                    .forEach(alert ->
                            end(alert, "not reported again until " + due.get(alert.id()) + ", so it counts as over"));
            until.keySet().removeAll(due.keySet());
            keep();
        }
    }

    /** Whoever reports could not be heard for a time: every alert gets the whole timeout once more. */
    void waitAgain() {
        until.replaceAll((_, end) -> atLeast(end, draft.now(), policy));
        keep();
    }

    static Instant atLeast(Instant end, Instant now, OutsidePolicy policy) {
        Instant least = now.plus(policy.resolveTimeout());
        return end.isBefore(least) ? least : end;
    }

    private static Stream<Alert> alive(EngineState state) {
        return state.alerting().book().ofOthers().entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Subject.Kind.OUTSIDE)
                .flatMap(entry -> entry.getValue().stream())
                .filter(alert -> alert.status() != Status.RESOLVED);
    }

    private Optional<Alert> present(OutsideAlert report) {
        return draft.alerts().book().ofOthers().getOrDefault(report.subject(), List.of()).stream()
                .filter(alert ->
                        alert.status() != Status.RESOLVED && alert.labels().equals(report.labels()))
                .findFirst();
    }

    private void refresh(OutsideAlert report, Optional<Alert> present) {
        Alert alert = present.orElseGet(() -> begun(report));
        if (!alert.said().equals(report.said())) {
            reworded.put(alert.id(), alert.as(report.severity(), report.said()));
        }
        lasts(alert.id(), report.lastsUntil(policy, draft.now()));
    }

    private Alert begun(OutsideAlert report) {
        Alert begun = life.begun(report.rule(), report.subject(), report.labels(), report.severity(), report.said())
                .begunAt(report.since(draft.now()));
        life.fire(begun, report.said().explanation());
        return begun;
    }

    /** What ends sooner than the resolve timeout needs no row: after a restart it has that time anyhow. */
    private void lasts(AlertId alert, Instant end) {
        Instant soon = draft.now().plus(policy.resolveTimeout());
        Optional<Instant> before = Optional.ofNullable(until.put(alert, end));
        if (end.isAfter(soon) || before.filter(soon::isBefore).isPresent()) {
            draft.record(new Entry.OutsideLasts(alert, end));
        }
    }

    private void end(Alert alert, String why) {
        life.end(alert, why);
        until.remove(alert.id());
        reworded.remove(alert.id());
    }

    private void keep() {
        draft.alerts(
                draft.alerts().withOutside(until).withBook(draft.alerts().book().withOthers(reworded.values())));
        reworded.values().forEach(alert -> draft.record(new Entry.AlertSaved(alert)));
    }
}
