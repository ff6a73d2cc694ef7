package org.watchfloor.probe.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.watchfloor.model.Reason;

/** Names what a socket said. The JDK gives the operating system's error only as text, so texts are compared. */
public final class SocketFailure {
    private static final List<String> OUR_OWN =
            List.of("Too many open files", "Cannot assign requested address", "No buffer space available");
    private static final List<String> UNREACHABLE = List.of(
            "unreachable",
            "No route to host",
            "Permission denied",
            "Operation not permitted",
            "Host is down",
            "Invalid argument");

    private SocketFailure() {}

    /**
     * @param peer whom it concerns: {@code 127.0.0.1:80}
     * @param deadline tells a time-out from a broken connection
     */
    public static Failure of(IOException thrown, Stage stage, String peer, Deadline deadline) {
        if (Causes.first(thrown, UnknownHostException.class).isPresent()) {
            return new Failure(Reason.NAME_NOT_FOUND, Causes.rootMessage(thrown));
        }
        if (mentions(thrown, OUR_OWN)) {
            return new Failure(
                    Reason.INTERNAL, "this machine cannot connect to " + peer + ": " + Causes.rootMessage(thrown));
        }
        return isTimeout(thrown, deadline) ? timeout(stage, peer, deadline) : broken(thrown, stage, peer);
    }

    /** The budget ended at that stage. */
    public static Failure timeout(Stage stage, String peer, Deadline deadline) {
        String within = " within " + Words.time(deadline.budget());
        return switch (stage) {
            case CONNECTING -> new Failure(Reason.CONNECT_TIMEOUT, "no connection to " + peer + within);
            case HANDSHAKE ->
                new Failure(Reason.RESPONSE_TIMEOUT, "connected to " + peer + ", but no TLS handshake" + within);
            case EXCHANGE ->
                new Failure(Reason.RESPONSE_TIMEOUT, "connected to " + peer + ", but no full answer" + within);
        };
    }

    private static Failure broken(IOException thrown, Stage stage, String peer) {
        String root = Causes.rootMessage(thrown);
        if (stage != Stage.CONNECTING) {
            String during = stage == Stage.HANDSHAKE ? " during the TLS handshake" : "";
            return new Failure(Reason.CUT_OFF, "connection cut off by " + peer + during + " (" + root + ")");
        }
        if (isUnreachable(thrown)) {
            return new Failure(Reason.NO_ROUTE, "no route to " + peer + " (" + root + ")");
        }
        if (Causes.mention(thrown, "refused")) {
            return new Failure(Reason.REFUSED, "connection refused by " + peer);
        }
        return new Failure(Reason.CUT_OFF, "connection to " + peer + " failed (" + root + ")");
    }

    private static boolean isTimeout(IOException thrown, Deadline deadline) {
        return deadline.isOver()
                || Causes.first(thrown, SocketTimeoutException.class).isPresent()
                || Causes.first(thrown, InterruptedIOException.class).isPresent()
                || Causes.mention(thrown, "Connection timed out");
    }

    private static boolean isUnreachable(IOException thrown) {
        return Causes.first(thrown, NoRouteToHostException.class).isPresent() || mentions(thrown, UNREACHABLE);
    }

    private static boolean mentions(IOException thrown, List<String> texts) {
        Stream<String> all = texts.stream();
        return all.anyMatch(text -> Causes.mention(thrown, text));
    }
}
