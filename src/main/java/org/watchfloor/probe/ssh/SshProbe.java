package org.watchfloor.probe.ssh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.output.CommandOutput;
import org.watchfloor.probe.output.OutputJudge;
import org.watchfloor.ssh.HostKeyPrint;
import org.watchfloor.ssh.SshCommand;
import org.watchfloor.ssh.SshPeer;
import org.watchfloor.ssh.SshResult;
import org.watchfloor.ssh.SshSessions;

/** Runs one command over a kept session. */
final class SshProbe implements Probe {
    private final SshSessions sessions;
    private final SshCheck check;
    private final OutputJudge judge;

    SshProbe(SshSessions sessions, SshCheck check) {
        this.sessions = sessions;
        this.check = check;
        this.judge = new OutputJudge(check.output());
    }

    @Override
    public Observation run(Duration timeout) throws InterruptedException {
        return switch (sessions.exec(check.target(), command(), timeout)) {
            case SshResult.Exited exited -> naming(exited.peer(), judged(exited));
            case SshResult.HostKeyUnknown unknown -> observation(unknown);
            case SshResult.HostKeyChanged changed -> observation(changed);
            case SshResult.Failed failed -> naming(failed.peer(), observation(failed));
        };
    }

    private static Observation naming(Optional<SshPeer> peer, Observation seen) {
        List<Fact> facts = new ArrayList<>(seen.facts());
        peer.ifPresent(who -> {
            facts.add(new Fact(SshWay.SERVER, who.version()));
            facts.add(new Fact(SshWay.HOST_KEY, who.key().toString()));
        });
        return new Observation(seen.outcome(), seen.timings(), seen.measurements(), facts);
    }

    private SshCommand command() {
        int limit = check.output().limit();
        return switch (check.recipe()) {
            case NONE -> new SshCommand(check.command(), "", limit);
            case LINUX_VITALS -> new SshCommand(LinuxVitals.COMMAND, LinuxVitals.SCRIPT, limit);
        };
    }

    private Observation judged(SshResult.Exited exited) throws InterruptedException {
        return switch (check.recipe()) {
            case NONE ->
                judge.judge(
                        new CommandOutput(
                                exited.exit(),
                                exited.stdout().text(),
                                exited.stderr().text(),
                                exited.stdout().cut() || exited.stderr().cut()),
                        exited.timings());
            case LINUX_VITALS -> LinuxVitals.read(exited.stdout().text(), exited.timings());
        };
    }

    private static Observation observation(SshResult.HostKeyUnknown unknown) {
        String message =
                "the host key of %s is not known: %s. Compare it with the host's own, then trust it with the command shown"
                        .formatted(unknown.host(), unknown.offered());
        return new Observation(
                new Outcome.Unknown(Reason.HOST_KEY_UNKNOWN, message),
                unknown.timings(),
                List.of(),
                List.of(
                        new Fact("offered host key", unknown.offered().toString()),
                        new Fact("trust it with", unknown.trustCommand())));
    }

    private static Observation observation(SshResult.HostKeyChanged changed) {
        String known = changed.known().isEmpty()
                ? "no key that is still trusted"
                : changed.known().stream().map(HostKeyPrint::toString).collect(Collectors.joining(", "));
        String message =
                "the host key of %s has changed: it shows %s, known is %s. Someone may be in between; nothing was sent"
                        .formatted(changed.host(), changed.offered(), known);
        return new Observation(
                new Outcome.Down(Reason.HOST_KEY_CHANGED, message),
                changed.timings(),
                List.of(),
                List.of(new Fact("offered host key", changed.offered().toString()), new Fact("known host key", known)));
    }

    /** What is missing on this machine says nothing about the host. */
    private static Observation observation(SshResult.Failed failed) {
        Outcome outcome = failed.reason() == Reason.CREDENTIAL_MISSING
                ? new Outcome.Unknown(failed.reason(), failed.message())
                : new Outcome.Down(failed.reason(), failed.message());
        return new Observation(outcome, failed.timings(), List.of(), List.of());
    }
}
