package org.watchfloor.app;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.recovery.action.Performer;
import org.watchfloor.recovery.action.Performers;
import org.watchfloor.recovery.ask.AskStepType;
import org.watchfloor.recovery.breaker.BreakerStepType;
import org.watchfloor.recovery.check.CheckStepType;
import org.watchfloor.recovery.command.CommandPerformer;
import org.watchfloor.recovery.command.CommandStepType;
import org.watchfloor.recovery.command.LocalProcess;
import org.watchfloor.recovery.failover.FailoverStepType;
import org.watchfloor.recovery.http.HttpPerformer;
import org.watchfloor.recovery.http.HttpStepType;
import org.watchfloor.recovery.maintenance.MaintenanceStepType;
import org.watchfloor.recovery.notify.NotifyStepType;
import org.watchfloor.recovery.restart.RestartPerformer;
import org.watchfloor.recovery.restart.RestartStepType;
import org.watchfloor.recovery.retry.RetryStepType;
import org.watchfloor.recovery.ssh.RemoteShell;
import org.watchfloor.recovery.ssh.SshPerformer;
import org.watchfloor.recovery.ssh.SshStepType;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.wait.WaitStepType;
import org.watchfloor.ssh.SshSessions;

/** Every kind of step of a runbook, and who carries out those that reach into the world. To add a kind: a line here. */
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

    /** @param sessions those of the checks, so that a host sees one login */
    static Performer performer(SshSessions sessions) {
        LocalProcess local = new LocalProcess(
                Thread.ofPlatform().daemon().name("step-output-", 0).factory());
        RemoteShell shell = new RemoteShell(sessions);
        return new Performers(List.of(
                new CommandPerformer(local),
                new SshPerformer(shell),
                new RestartPerformer(local, shell),
                new HttpPerformer(
                        Clock.systemUTC(),
                        Thread.ofVirtual().name("step-http-", 0).factory())));
    }
}
