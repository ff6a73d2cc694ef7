package org.watchfloor.probe.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.Optional;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Causes;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.SocketFailure;
import org.watchfloor.probe.tls.TlsFailure;

/** Names why an exchange broke off. */
final class HttpFailure {
    private static final String LINE_WITHOUT_END = "\\n not found: limit=";
    private static final String NOTHING_RECEIVED = "content=…";

    private final HttpTrace trace;
    private final Deadline deadline;

    HttpFailure(HttpTrace trace, Deadline deadline) {
        this.trace = trace;
        this.deadline = deadline;
    }

    Failure of(IOException thrown) {
        Optional<Failure> connect = trace.connectFailure();
        if (connect.isPresent()) {
            return connect.get();
        }
        Optional<Failure> tls = TlsFailure.of(thrown, trace.peer());
        if (tls.isPresent()) {
            return tls.get();
        }
        if (!isTimeout(thrown) && Causes.mention(thrown, LINE_WITHOUT_END)) {
            return brokenOff(thrown);
        }
        return isTimeout(thrown) || !isProtocol(thrown)
                ? SocketFailure.of(thrown, trace.stage(), trace.peer(), deadline)
                : new Failure(
                        Reason.PROTOCOL,
                        trace.peer() + " does not speak HTTP as it should: " + Causes.rootMessage(thrown));
    }

    /** Of a line that has no end the library says only that, be it cut off or larger than its limit. */
    private Failure brokenOff(IOException thrown) {
        String cut = "connection cut off by " + trace.peer();
        if (trace.isAnswered()) {
            return new Failure(Reason.CUT_OFF, cut + " in the middle of the body");
        }
        return Causes.mention(thrown, NOTHING_RECEIVED)
                ? new Failure(Reason.CUT_OFF, cut + " without an answer")
                : new Failure(
                        Reason.PROTOCOL,
                        "the head of the answer of " + trace.peer() + " breaks off, or is larger than 256 KiB");
    }

    private boolean isTimeout(IOException thrown) {
        return deadline.isOver()
                || Causes.first(thrown, InterruptedIOException.class).isPresent();
    }

    private static boolean isProtocol(IOException thrown) {
        return Causes.first(thrown, ProtocolException.class).isPresent()
                && !Causes.mention(thrown, "unexpected end of stream");
    }

    /** A proxy that does not open the way to the target; empty if it is something else. */
    static Optional<Failure> ofTunnel(IOException thrown, String peer) {
        if (Causes.mention(thrown, "Failed to authenticate with proxy")) {
            return Optional.of(new Failure(Reason.AUTH_FAILED, "the proxy asks for credentials: " + peer));
        }
        return Causes.mention(thrown, "CONNECT")
                ? Optional.of(new Failure(Reason.PROTOCOL, "proxy " + peer + ": " + Causes.rootMessage(thrown)))
                : Optional.empty();
    }
}
