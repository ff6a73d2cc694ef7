package org.watchfloor.web;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchfloor.engine.ActionOperations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;

/**
 * What people say of failures: that there is one although no check sees it, and that it is over. Let in with the token of
 * the door only, because runbooks may begin for it by themselves.
 */
final class FailureCommands {
    private final Snapshots snapshots;
    private final ActionOperations operations;
    private final TokenNeeded token;

    FailureCommands(EnginePorts engine, TokenNeeded token) {
        this.snapshots = engine.snapshots();
        this.operations = engine.recovery().operations();
        this.token = token;
    }

    List<Route> table() {
        return List.of(
                Route.post("/api/v1/failures", this::report), Route.post("/api/v1/failures/{id}/end", this::end));
    }

    private Reply report(Call call) throws InterruptedException {
        token.check();
        ReportBody body = call.body(ReportBody.class);
        CheckId check = Known.check(snapshots.current(), CallerText.required("check", body.check()))
                .id();
        String message = CallerText.required("message", body.message());
        Actor by = CallerText.by(body.by());
        return decided(operations.report(check, body.type().orElse(FailureType.OTHER), message, by));
    }

    private Reply end(Call call) throws InterruptedException {
        token.check();
        EndBody body = call.body(EndBody.class);
        FailureId id = call.failureId();
        return decided(operations.end(id, CallerText.by(body.by()), CallerText.required("reason", body.reason())));
    }

    /** @throws Problem 409 with what speaks against it */
    private static Reply decided(CompletableFuture<Failure> answer) throws InterruptedException {
        record Decided(Optional<Failure> failure, String against) {}
        Decided decided = Answers.await(answer.handle((failure, why) -> why == null
                ? new Decided(Optional.of(failure), "")
                : new Decided(Optional.empty(), String.valueOf(why.getMessage()))));
        return decided.failure()
                .map(failure -> Reply.json(202, FailureJson.of(failure)))
                .orElseThrow(() -> Problem.of(409, decided.against()));
    }

    /**
     * What is the matter with which check.
     *
     * @param type default OTHER
     */
    record ReportBody(
            Optional<String> check, Optional<FailureType> type, Optional<String> message, Optional<String> by) {}

    /** Why it is over. */
    record EndBody(Optional<String> reason, Optional<String> by) {}
}
