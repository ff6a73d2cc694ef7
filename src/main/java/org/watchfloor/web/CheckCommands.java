package org.watchfloor.web;

import java.util.List;
import org.watchfloor.engine.Operations;
import org.watchfloor.engine.Snapshots;
import org.watchfloor.model.Actor;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** Commands about checks; each is accepted at once, and its effect is seen in a later look at the check. */
final class CheckCommands {
    static final Actor API = new Actor("api");

    private final Snapshots snapshots;
    private final Operations operations;

    CheckCommands(EnginePorts engine) {
        this.snapshots = engine.snapshots();
        this.operations = engine.operations();
    }

    Reply run(Call call) {
        CheckId check = known(call);
        operations.checkNow(List.of(check));
        return accepted("run", check);
    }

    /** What is found stands in the check then, and in its alerts and its incident. */
    Reply diagnose(Call call) {
        CheckId check = known(call);
        boolean isPaused = snapshots
                .current()
                .check(check)
                .filter(health -> health.state() == State.PAUSED)
                .isPresent();
        if (isPaused) {
            throw Problem.of(409, "the check " + check + " is paused; resume it first");
        }
        operations.diagnose(List.of(check));
        return accepted("diagnose", check);
    }

    Reply pause(Call call) {
        CheckId check = known(call);
        operations.pause(List.of(check), API);
        return accepted("pause", check);
    }

    Reply resume(Call call) {
        CheckId check = known(call);
        operations.resume(List.of(check), API);
        return accepted("resume", check);
    }

    private CheckId known(Call call) {
        return Known.check(snapshots.current(), call.checkId()).id();
    }

    private static Reply accepted(String command, CheckId check) {
        return Reply.json(202, new Accepted(command, check.toString()));
    }

    /** What will be done to which check. */
    record Accepted(String command, String check) {}
}
