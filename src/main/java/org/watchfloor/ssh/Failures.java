package org.watchfloor.ssh;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;

/** Tells apart why a login did not come about. */
final class Failures {
    /** SSH_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE of RFC 4253, 11.1. */
    private static final int NO_MORE_AUTH_METHODS = 14;

    private Failures() {}

    static SshResult.Failed of(Hop hop, JSchException failure, Progress progress) {
        Reason reason = reasonFor(failure, progress);
        return new SshResult.Failed(reason, hop + ": " + text(reason, failure), progress.timings());
    }

    /** The time was over in this phase. */
    static SshResult.Failed late(SshTarget target, Deadline deadline, Progress progress) {
        Reason reason = switch (progress.current()) {
            case NAME -> Reason.NAME_NOT_FOUND;
            case CONNECT -> Reason.CONNECT_TIMEOUT;
            default -> progress.heardAnotherProtocol() ? Reason.PROTOCOL : Reason.RESPONSE_TIMEOUT;
        };
        String doing = switch (progress.current()) {
            case NAME -> "looking up the name";
            case CONNECT -> "connecting";
            case COMMAND -> "waiting for the command";
            default -> "logging in";
        };
        String message =
                "%s: cut off after %d ms %s".formatted(target, deadline.budget().toMillis(), doing);
        return new SshResult.Failed(reason, message, progress.timings());
    }

    private static Reason reasonFor(JSchException failure, Progress progress) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (progress.heardAnotherProtocol()) {
            return Reason.PROTOCOL;
        }
        return switch (cause) {
            case UnknownHostException _ -> Reason.NAME_NOT_FOUND;
            case NoRouteToHostException _ -> Reason.NO_ROUTE;
            case SocketTimeoutException _ -> Reason.CONNECT_TIMEOUT;
            case JSchAlgoNegoFailException _ -> Reason.PROTOCOL;
            case JSchSessionDisconnectException gone ->
                isAboutLogin(gone, message) ? Reason.AUTH_FAILED : Reason.CUT_OFF;
            case ConnectException _ when message.contains("timed out") -> Reason.CONNECT_TIMEOUT;
            case ConnectException _ when message.contains("unreachable") -> Reason.NO_ROUTE;
            case ConnectException _ -> Reason.REFUSED;
            case UncheckedIOException _ -> Reason.CUT_OFF;
            case RuntimeException _ -> Reason.PROTOCOL;
            default -> reasonFor(message, progress);
        };
    }

    private static Reason reasonFor(String message, Progress progress) {
        if (message.contains("unreachable")) {
            return Reason.NO_ROUTE;
        }
        if (message.startsWith("auth fail") || message.startsWith("auth cancel") || message.contains("login trials")) {
            return Reason.AUTH_FAILED;
        }
        if (message.startsWith("invalid protocol")
                || message.startsWith("invalid server's version")
                || message.startsWith("verify:")
                || message.startsWith("packet corrupt")) {
            return Reason.PROTOCOL;
        }
        return progress.current() == Phase.CONNECT ? Reason.REFUSED : Reason.CUT_OFF;
    }

    private static boolean isAboutLogin(JSchSessionDisconnectException gone, String message) {
        return gone.getReasonCode() == NO_MORE_AUTH_METHODS || message.contains("authentication");
    }

    private static String text(Reason reason, JSchException failure) {
        return switch (reason) {
            case NAME_NOT_FOUND, NO_ROUTE, REFUSED -> reason.text();
            case CONNECT_TIMEOUT -> reason.text();
            case AUTH_FAILED -> "the server accepts none of the credentials";
            case PROTOCOL -> "the peer does not speak SSH as expected";
            default -> reason.text() + " during login" + detail(failure);
        };
    }

    /** What the operating system says; that the stream has ended is said already. */
    private static String detail(JSchException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        boolean isSaid = message.startsWith("End of IO Stream") || message.startsWith("connection is closed");
        return isSaid ? "" : " (" + message + ")";
    }
}
