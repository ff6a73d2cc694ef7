package org.watchfloor.app;

import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.recovery.ask.AskStepType;
import org.watchfloor.recovery.breaker.BreakerStepType;
import org.watchfloor.recovery.check.CheckStepType;
import org.watchfloor.recovery.command.CommandStepType;
import org.watchfloor.recovery.failover.FailoverStepType;
import org.watchfloor.recovery.http.HttpStepType;
import org.watchfloor.recovery.maintenance.MaintenanceStepType;
import org.watchfloor.recovery.notify.NotifyStepType;
import org.watchfloor.recovery.restart.RestartStepType;
import org.watchfloor.recovery.retry.RetryStepType;
import org.watchfloor.recovery.ssh.SshStepType;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.wait.WaitStepType;

/** Every kind of step of a runbook. To add a kind: a line here. */
final class RecoveryRoom {
    private RecoveryRoom() {}

    static List<StepType<?>> steps() {
        List<StepType<?>> plain = List.of(
                new SshStepType(),
                new HttpStepType(),
                new CommandStepType(),
                new WaitStepType(),
                new CheckStepType(),
                new BreakerStepType(),
                new MaintenanceStepType(),
                new RetryStepType(),
                new NotifyStepType(),
                new AskStepType());
        return Stream.concat(plain.stream(), Stream.of(new FailoverStepType(plain), new RestartStepType(plain)))
                .toList();
    }
}
