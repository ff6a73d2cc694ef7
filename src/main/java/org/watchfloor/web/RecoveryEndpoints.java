package org.watchfloor.web;

import java.time.InstantSource;
import java.util.List;
import org.watchfloor.engine.RecoveryDesk;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;

/** Failures and what was done about them, as they are on record. */
final class RecoveryEndpoints {
    static final int MOST = 1_000;

    private static final String SINCE = "-7d";

    private final RecoveryDesk desk;
    private final InstantSource clock;

    RecoveryEndpoints(EnginePorts engine, InstantSource clock) {
        this.desk = engine.recovery();
        this.clock = clock;
    }

    List<Route> table() {
        return List.of(
                Route.get("/api/v1/failures", this::failures),
                Route.get("/api/v1/actions", this::actions),
                Route.get("/api/v1/actions/{id}", this::action));
    }

    private Reply failures(Call call) throws InterruptedException {
        TimeSpan span = call.query().span(SINCE, clock.instant());
        return Reply.ok(new FailureList(
                Answers.await(desk.failures().failures(span.from(), span.to(), limit(call))).stream()
                        .map(FailureJson::of)
                        .toList()));
    }

    private Reply actions(Call call) throws InterruptedException {
        TimeSpan span = call.query().span(SINCE, clock.instant());
        return Reply.ok(new ActionList(
                Answers.await(desk.actions().actions(span.from(), span.to(), limit(call))).stream()
                        .map(ActionJson::of)
                        .toList()));
    }

    private Reply action(Call call) throws InterruptedException {
        ActionId id = call.actionId();
        Action action = Answers.await(desk.actions().action(id))
                .orElseThrow(() ->
                        Problem.notFound("there is no action " + id + "; GET /api/v1/actions lists those on record"));
        List<ActionJson.StepJson> steps = Answers.await(desk.actions().steps(id)).stream()
                .map(ActionJson.StepJson::of)
                .toList();
        return Reply.ok(new ActionDetail(ActionJson.of(action), steps));
    }

    private static int limit(Call call) {
        return call.query().integer("limit", 100, 1, MOST);
    }

    /** Newest first. */
    record FailureList(List<FailureJson> failures) {}

    /** Newest first. */
    record ActionList(List<ActionJson> actions) {}

    /** An action and its steps, in the order in which they began. */
    record ActionDetail(ActionJson action, List<ActionJson.StepJson> steps) {}
}
