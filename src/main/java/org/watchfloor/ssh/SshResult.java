package org.watchfloor.ssh;

import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Timings;

/** How a command over SSH ended. Phases of a kept session are absent from the timings: only COMMAND is left. */
public sealed interface SshResult {
    Timings timings();

    /**
     * The command ran to its end.
     *
     * @param exit 0 to 255; 128 plus its number if a signal ended the command
     * @param signal the signal's name without SIG
     * @param peer who ran it
     */
    record Exited(
            int exit,
            Optional<String> signal,
            SshOutput stdout,
            SshOutput stderr,
            Timings timings,
            Optional<SshPeer> peer)
            implements SshResult {}

    /**
     * Nobody has trusted this host yet; nothing was sent to it.
     *
     * @param host as known_hosts writes it: {@code web-1} or {@code [web-1]:2222}
     * @param trustCommand a shell command that trusts exactly the offered key
     */
    record HostKeyUnknown(String host, HostKeyPrint offered, String trustCommand, Timings timings)
            implements SshResult {}

    /**
     * The host shows another key than the trusted ones, or a revoked one; nothing was sent to it.
     *
     * @param known the trusted keys of this host
     */
    record HostKeyChanged(String host, HostKeyPrint offered, List<HostKeyPrint> known, Timings timings)
            implements SshResult {
        public HostKeyChanged {
            known = List.copyOf(known);
        }
    }

    /**
     * No session, or the session broke, or the time was over; the session is dropped.
     *
     * @param peer who refused; empty if it was not the target, or is not known
     */
    record Failed(Reason reason, String message, Timings timings, Optional<SshPeer> peer) implements SshResult {
        Failed(Reason reason, String message, Timings timings) {
            this(reason, message, timings, Optional.empty());
        }

        Failed by(Optional<SshPeer> refusing) {
            return new Failed(reason, message, timings, refusing);
        }
    }
}
