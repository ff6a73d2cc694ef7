package org.watchfloor.recovery.ssh;

import java.time.Duration;
import java.util.stream.Collectors;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.recovery.action.StepEnd;
import org.watchfloor.recovery.output.Capture;
import org.watchfloor.ssh.HostKeyPrint;
import org.watchfloor.ssh.SshCommand;
import org.watchfloor.ssh.SshResult;
import org.watchfloor.ssh.SshSessions;
import org.watchfloor.ssh.SshTarget;

/**
 * Runs a command line on a host to its end, over the sessions that checks use too. When its time is up or the caller is
 * interrupted, the server is asked to kill it, and the session is dropped; what runs as another user there goes on, and
 * all of it where the server hears no signals. Thread safe.
 */
public final class RemoteShell {
    private final SshSessions sessions;

    public RemoteShell(SshSessions sessions) {
        this.sessions = sessions;
    }

    /**
     * It has succeeded with exit code 0.
     *
     * @param input what the command reads
     */
    public StepEnd run(SshTarget target, String line, String input, Duration timeout, Capture capture)
            throws InterruptedException {
        SshCommand command = new SshCommand(line, input, 0, capture::write);
        return switch (sessions.exec(target, command, timeout)) {
            case SshResult.Exited exited -> end(exited, capture);
            case SshResult.HostKeyUnknown unknown -> capture.failed(words(unknown));
            case SshResult.HostKeyChanged changed -> capture.failed(words(changed));
            case SshResult.Failed failed -> end(failed, timeout, capture);
        };
    }

    private static StepEnd end(SshResult.Exited exited, Capture capture) {
        String signal = exited.signal().map(name -> ", by the signal " + name).orElse("");
        String message = "exit code " + exited.exit() + signal;
        return exited.exit() == 0 ? capture.succeeded(message) : capture.failed(message);
    }

    private static StepEnd end(SshResult.Failed failed, Duration timeout, Capture capture) {
        boolean hasBegun = failed.timings().phases().containsKey(Phase.COMMAND);
        if (!hasBegun) {
            return capture.failed("not started: " + failed.message());
        }
        return failed.reason() == Reason.RESPONSE_TIMEOUT
                ? capture.late(timeout)
                : capture.failed("the session was lost while the command ran: nobody knows how far it came");
    }

    private static String words(SshResult.HostKeyUnknown unknown) {
        return "not started: the host key of %s is not known: %s. Compare it with the host's own, then trust it with: %s"
                .formatted(unknown.host(), unknown.offered(), unknown.trustCommand());
    }

    private static String words(SshResult.HostKeyChanged changed) {
        String known = changed.known().isEmpty()
                ? "no key that is still trusted"
                : changed.known().stream().map(HostKeyPrint::toString).collect(Collectors.joining(", "));
        return "not started: the host key of %s has changed: it shows %s, known is %s. Someone may be in between"
                .formatted(changed.host(), changed.offered(), known);
    }
}
