package org.watchfloor.store;

import static org.watchfloor.store.Facts.FRONT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.GroupId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.recovery.RunbookId;
import org.watchfloor.recovery.action.Action;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.action.Cause;
import org.watchfloor.recovery.action.Part;
import org.watchfloor.recovery.action.Stage;
import org.watchfloor.recovery.action.Status;
import org.watchfloor.recovery.action.StepRun;
import org.watchfloor.recovery.failure.FailureId;
import org.watchfloor.recovery.failure.Target;

/** Actions and steps to store. */
final class SomeActions {
    /** A time that needs all digits. */
    static final Instant ODD = StoreCase.START.plusNanos(123_456_789);

    private SomeActions() {}

    /** Asked for as many seconds after the start as its number says. */
    static Action asked(long id) {
        return new Action(
                new ActionId(id),
                new RunbookId("restart-web"),
                "Restart the web server",
                new Target(
                        FRONT,
                        "192.0.2.1",
                        Optional.of(new GroupId("web")),
                        List.of(new ServiceId("shop"), new ServiceId("pay")),
                        Set.of("edge", "night")),
                new Cause.ByItself(new FailureId(12)),
                Map.of("unit", "nginx.service", "grace", "30s"),
                "web-1/nginx.service",
                Optional.of(new IncidentId(7)),
                StoreCase.START.plusSeconds(id),
                Status.INITIATED,
                new Stage.Waiting(),
                Optional.empty(),
                false,
                "it was asked for");
    }

    /** With this text wherever one can be. */
    static Action told(Cause cause, Map<String, String> given, String text, Optional<IncidentId> incident) {
        Action usual = asked(1);
        Target target = new Target(FRONT, text, Optional.empty(), List.of(), Set.of());
        return new Action(
                usual.id(),
                usual.runbook(),
                text,
                target,
                cause,
                given,
                text,
                incident,
                ODD,
                Status.IN_PROGRESS,
                new Stage.Waiting(),
                Optional.empty(),
                false,
                text);
    }

    static StepRun begun(long action, Part part, int index) {
        return new StepRun(
                new ActionId(action),
                part,
                index,
                "restart {{parameter.unit}}",
                "restart",
                ODD.plusSeconds(index),
                Optional.empty());
    }
}
