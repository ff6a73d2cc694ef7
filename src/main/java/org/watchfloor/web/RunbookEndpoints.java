package org.watchfloor.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.ActionOperations;
import org.watchfloor.engine.DryRun;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.engine.Undoing;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.Runbooks;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.AutomationLevel;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.approval.Approval;
import org.watchfloor.recovery.failure.Target;

/**
 * Runbooks: which there are, what each would do, and having them done. Whatever does something is let in with the token of
 * the door only, also on loopback.
 */
final class RunbookEndpoints {
    private final Snapshots snapshots;
    private final ActionOperations actions;
    private final InstantSource clock;
    private final TokenNeeded token;

    RunbookEndpoints(EnginePorts engine, InstantSource clock, TokenNeeded token) {
        this.snapshots = engine.snapshots();
        this.actions = engine.recovery().operations();
        this.clock = clock;
        this.token = token;
    }

    List<Route> table() {
        return List.of(
                Route.get("/api/v1/runbooks", this::list),
                Route.post("/api/v1/runbooks/{id}/dry-run", this::dryRun),
                Route.post("/api/v1/runbooks/{id}/run", this::run),
                Route.get("/api/v1/actions/{id}/output", this::output),
                Route.post("/api/v1/actions/{id}/cancel", this::cancel),
                Route.post("/api/v1/actions/{id}/rollback", this::rollBack),
                Route.post("/api/v1/actions/{id}/answer", this::answer),
                Route.get("/api/v1/automation", _ -> Reply.ok(automation())),
                Route.post("/api/v1/automation", this::automate));
    }

    private Reply list(Call call) {
        Snapshot now = snapshots.current();
        Optional<CheckId> check =
                call.query().text("check").map(id -> Known.check(now, id).id());
        List<RunbookJson> found = runbooks(now).all().stream()
                .filter(runbook -> check.flatMap(id -> Target.of(now.site(), id))
                        .map(target -> runbook.scope().fits(target))
                        .orElse(check.isEmpty()))
                .map(RunbookJson::of)
                .toList();
        return Reply.ok(new RunbookList(found));
    }

    private Reply dryRun(Call call) {
        RunBody body = call.body(RunBody.class);
        Snapshot now = snapshots.current();
        Runbook runbook = runbook(call, now);
        Target target = target(body, now);
        Actor by = CallerText.by(body.by());
        DryRun dry = DryRun.of(now.state(), runbook, target, body.given(), new Cause.ByHand(by), clock.instant());
        return Reply.ok(new DryRunJson(runbook.id().value(), target.check().toString(), dry.isAllowed(), dry));
    }

    private Reply run(Call call) throws InterruptedException {
        token.check();
        RunBody body = call.body(RunBody.class);
        Snapshot now = snapshots.current();
        RunbookId runbook = runbook(call, now).id();
        CompletableFuture<Action> answer = actions.start(
                runbook,
                target(body, now).check(),
                body.given(),
                CallerText.by(body.by()),
                body.typed().orElse(""),
                body.approval());
        Action action = Answers.await(answer);
        if (action.status() == Status.REFUSED) {
            throw Problem.of(409, action.said());
        }
        return Reply.json(202, ActionJson.of(action));
    }

    private Reply output(Call call) {
        return Reply.ok(new Output(actions.output(call.actionId())));
    }

    private Reply cancel(Call call) {
        token.check();
        ByBody body = call.body(ByBody.class, new ByBody(Optional.empty()));
        ActionId id = running(call);
        actions.cancel(id, CallerText.by(body.by()));
        return Reply.json(202, new Accepted("cancel", id.value()));
    }

    private Reply rollBack(Call call) throws InterruptedException {
        token.check();
        ByBody body = call.body(ByBody.class, new ByBody(Optional.empty()));
        Snapshot now = snapshots.current();
        ActionId id = call.actionId();
        Action action = now.state()
                .actions()
                .find(id)
                .orElseThrow(() -> Problem.notFound("no action " + id + " was at work in the last 7 days"));
        Optional<String> hindrance = new Undoing(now.state(), action).hindrance();
        if (hindrance.isPresent()) {
            throw Problem.of(409, "action " + id + " cannot be undone: " + hindrance.get());
        }
        return Reply.json(202, ActionJson.of(Answers.await(actions.rollBack(id, CallerText.by(body.by())))));
    }

    private Reply answer(Call call) {
        token.check();
        AnswerBody body = call.body(AnswerBody.class);
        ActionId id = running(call);
        actions.answer(id, CallerText.required("answer", body.answer()), CallerText.by(body.by()));
        return Reply.json(202, new Accepted("answer", id.value()));
    }

    private AutomationJson automation() {
        return AutomationJson.of(snapshots.current().state());
    }

    private Reply automate(Call call) {
        token.check();
        AutomationBody body = call.body(AutomationBody.class);
        Actor by = CallerText.by(body.by());
        String reason = CallerText.required("reason", body.reason());
        if (body.level().isEmpty() == body.stopped().isEmpty()) {
            throw Problem.badParameter("level", "give \"level\" or \"stopped\", one of the two");
        }
        body.stopped().ifPresent(stopped -> actions.stopAll(stopped, by, reason));
        body.level()
                .ifPresent(level -> actions.automate(
                        body.service().map(name -> Known.service(snapshots.current(), name)),
                        Optional.of(level),
                        by,
                        reason));
        return Reply.json(202, new Accepted("automate", 0));
    }

    private static Runbooks runbooks(Snapshot now) {
        return now.site().section(Runbooks.class).orElse(Runbooks.NONE);
    }

    private static Runbook runbook(Call call, Snapshot now) {
        return runbooks(now)
                .find(new RunbookId(call.path().getOrDefault("id", "")))
                .orElseThrow(() -> Problem.notFound("there is no such runbook; GET /api/v1/runbooks lists them"));
    }

    private static Target target(RunBody body, Snapshot now) {
        CheckId check =
                Known.check(now, CallerText.required("check", body.check())).id();
        return Target.of(now.site(), check).orElseThrow();
    }

    private ActionId running(Call call) {
        ActionId id = call.actionId();
        if (!snapshots.current().state().actions().running().containsKey(id)) {
            throw Problem.notFound("no action " + id + " is running");
        }
        return id;
    }

    /** What a caller sends to have a runbook done, or to see what it would do. */
    record RunBody(
            Optional<String> check,
            Optional<Map<String, String>> parameters,
            Optional<String> typed,
            Optional<String> approver,
            Optional<String> pin,
            Optional<String> by) {
        Map<String, String> given() {
            return parameters.orElse(Map.of());
        }

        Optional<Approval> approval() {
            return approver.map(person -> new Approval(person, pin.orElse("")));
        }

        /** Without the PIN and the values. */
        @Override
        public String toString() {
            return "RunBody[check=" + check + ", by=" + by + "]";
        }
    }

    /** What a caller may send with a command that needs nothing. */
    record ByBody(Optional<String> by) {}

    /** What a caller sends to answer a question. */
    record AnswerBody(Optional<String> answer, Optional<String> by) {}

    /** What a caller sends to say what may be done. */
    record AutomationBody(
            Optional<AutomationLevel> level,
            Optional<Boolean> stopped,
            Optional<String> service,
            Optional<String> reason,
            Optional<String> by) {}

    /** What will be done to which action. */
    record Accepted(String command, long action) {}

    /** What the step that is under way has printed so far. */
    record Output(String output) {}

    record RunbookList(List<RunbookJson> runbooks) {}

    /** A runbook as it is offered. */
    record RunbookJson(
            String id,
            String title,
            String strategy,
            int priority,
            String appliesTo,
            boolean safe,
            boolean dangerous,
            boolean twoPersons) {
        static RunbookJson of(Runbook runbook) {
            return new RunbookJson(
                    runbook.id().value(),
                    runbook.title(),
                    runbook.strategy().name().toLowerCase(Locale.ROOT),
                    runbook.priority(),
                    runbook.scope().text(),
                    runbook.guards().safe(),
                    runbook.guards().dangerous(),
                    runbook.guards().twoPersons());
        }
    }

    /** What it would do, and whether it may. */
    record DryRunJson(String runbook, String check, boolean allowed, DryRun would) {}
}
