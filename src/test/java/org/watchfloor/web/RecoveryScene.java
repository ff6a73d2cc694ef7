package org.watchfloor.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.Actor;
import org.watchfloor.model.Fact;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.Severity;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.Classification;
import org.watchfloor.recovery.failure.Failure;
import org.watchfloor.recovery.failure.FailureCategory;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.FailureType;
import org.watchfloor.recovery.failure.Target;

/** A failure of the usual scene that is over, one that lasts, and an action for each. */
final class RecoveryScene {
    static final String HOSTILE = "</script>\u2028\"'\\\n\u0007 \uD83D\uDE00";

    private static final Instant BEGIN = Scene.NOW.minusSeconds(600);
    private static final Target TARGET = new Target(
            Scene.FRONT,
            "192.0.2.1",
            Optional.empty(),
            List.of(new ServiceId("shop"), new ServiceId("pay")),
            Set.of("prod"));

    private RecoveryScene() {}

    static Failure over() {
        return new Failure(
                new FailureId(1),
                BEGIN,
                new Classification(FailureType.CONNECTION_REFUSED, FailureCategory.INTERNAL_SERVICE),
                Severity.HIGH,
                TARGET,
                "connection refused",
                List.of(new Fact("remote address", "192.0.2.1:443")),
                Failure.Detection.THRESHOLD,
                Optional.of(new IncidentId(7)),
                Optional.of(new Failure.Ended(BEGIN.plusSeconds(90), "action 3")));
    }

    static Failure lasting() {
        return new Failure(
                new FailureId(2),
                BEGIN.plusSeconds(300),
                new Classification(FailureType.OTHER, FailureCategory.HOST),
                Severity.LOW,
                new Target(Scene.SSH, "192.0.2.1", Optional.empty(), List.of(), Set.of()),
                HOSTILE,
                List.of(),
                Failure.Detection.EXCEPTION,
                Optional.empty(),
                Optional.empty());
    }

    static Action ended() {
        return asked(3, new Cause.ByItself(new FailureId(1)))
                .over(Status.SUCCEEDED, BEGIN.plusMillis(1_500), "front is green");
    }

    static Action running() {
        return asked(4, new Cause.ByHand(new Actor("mara")))
                .at(new Stage.Stepping(Part.STEPS, 0, BEGIN), "step 1 is under way");
    }

    /** Those of the ended one, and one of the other. */
    static StepRun[] steps() {
        StepRun first =
                new StepRun(new ActionId(3), Part.STEPS, 0, "restart {{unit}}", "restart", BEGIN, Optional.empty());
        StepRun second =
                new StepRun(new ActionId(3), Part.STEPS, 1, "wait 5 s", "wait", BEGIN.plusSeconds(1), Optional.empty());
        StepRun underWay =
                new StepRun(new ActionId(4), Part.STEPS, 0, "restart {{unit}}", "restart", BEGIN, Optional.empty());
        return new StepRun[] {
            first.ended(BEGIN.plusSeconds(1), new StepEnd(StepEnd.Outcome.FAILED, "exit code 3", HOSTILE)),
            second.ended(BEGIN.plusSeconds(6), StepEnd.succeeded("5 s are over")),
            underWay
        };
    }

    private static Action asked(long id, Cause cause) {
        return new Action(
                new ActionId(id),
                new RunbookId("restart-web"),
                "Restart the web server",
                TARGET,
                cause,
                Map.of("unit", "nginx.service", "force", "no"),
                "web-1/nginx.service",
                Optional.of(new IncidentId(7)),
                BEGIN,
                Status.INITIATED,
                new Stage.Waiting(),
                Optional.empty(),
                false,
                "asked for");
    }
}
