package org.watchfloor.probe.ssh;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.ladder.Seen;
import org.watchfloor.probe.ladder.Step;
import org.watchfloor.probe.ladder.Way;

/** The way of an SSH check: to the first host that is dialled, then SSH itself, the login and the command. Pure functions. */
final class SshWay {
    /** Facts of a look. */
    static final String SERVER = "SSH server";

    static final String HOST_KEY = "host key";

    /** The time that it takes is measured together with that of the login. */
    private static final Step SSH = new Step(
            "SSH",
            Set.of(Reason.PROTOCOL, Reason.HOST_KEY_UNKNOWN, Reason.HOST_KEY_CHANGED),
            _ -> false,
            Phase.TLS,
            SshWay::peer,
            Step.Kind.LASTING);

    private static final Step LOGIN = new Step(
            "auth",
            Set.of(Reason.AUTH_FAILED, Reason.CREDENTIAL_MISSING),
            seen -> Seen.has(seen, Phase.COMMAND),
            Phase.AUTH,
            _ -> "logged in");
    private static final Step COMMAND = new Step(
            "command",
            Set.of(Reason.COMMAND_NOT_FOUND, Reason.EXIT_CODE, Reason.EXPECT_MISMATCH, Reason.PROTOCOL),
            _ -> false,
            Phase.COMMAND,
            SshWay::ended);

    private SshWay() {}

    /** @param hops as they are dialled, the target last; empty if they lead nowhere */
    static Way of(List<InetSocketAddress> hops, SshCheck check) {
        List<Step> steps = List.of(SSH, LOGIN, COMMAND);
        Optional<InetSocketAddress> first = hops.stream().findFirst();
        String via = hops.size() > 1 ? "the jump host" : "";
        return first.map(hop -> new Way(hop.getHostString(), hop.getPort(), via, steps))
                .orElseGet(() ->
                        new Way(check.target().host(), check.target().port().orElse(22), "", steps));
    }

    /** {@code SSH-2.0-OpenSSH_9.6, host key SHA256:… (ssh-ed25519)}. */
    private static String peer(Observation seen) {
        String server = Seen.fact(seen, SERVER);
        return server.isEmpty() ? "" : server + ", host key " + Seen.fact(seen, HOST_KEY);
    }

    private static String ended(Observation seen) {
        String exit = Seen.fact(seen, "exit code");
        return exit.isEmpty() ? "" : "exit code " + exit;
    }
}
