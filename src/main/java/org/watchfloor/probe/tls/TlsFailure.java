package org.watchfloor.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Causes;
import org.watchfloor.probe.net.Failure;

/** Names why TLS failed. Alerts (RFC 8446, section 6) reach us only as texts of the Java runtime. Pure functions. */
public final class TlsFailure {
    /** All that can be wrong with TLS itself. */
    public static final Set<Reason> REASONS = Set.of(
            Reason.TLS_UNTRUSTED, Reason.TLS_EXPIRED, Reason.TLS_WRONG_HOST, Reason.TLS_TOO_OLD, Reason.TLS_FAILED);

    private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

    /** What a socket says that the look itself closed, at its deadline or when it was stopped. */
    private static final String CLOSED_HERE = "Socket closed";

    private TlsFailure() {}

    /** Empty if the failure has nothing to do with TLS itself, such as a broken connection. */
    public static Optional<Failure> of(IOException thrown, String peer) {
        Optional<Failure> rejected =
                Causes.first(thrown, RejectedCertificate.class).map(RejectedCertificate::failure);
        return rejected.isPresent() ? rejected : ofHandshake(thrown, peer);
    }

    /** The chain that was rejected, to be shown all the same; empty if the certificate was not the reason. */
    public static List<X509Certificate> chain(IOException thrown) {
        return Causes.first(thrown, RejectedCertificate.class)
                .map(RejectedCertificate::chain)
                .orElse(List.of());
    }

    private static Optional<Failure> ofHandshake(IOException thrown, String peer) {
        if (Causes.first(thrown, SSLPeerUnverifiedException.class).isPresent()) {
            return Optional.of(new Failure(Reason.TLS_WRONG_HOST, "certificate of " + peer + " is for another host"));
        }
        boolean broken = isBroken(thrown);
        if (ClientKeyRequest.isUnanswered() && (broken || Causes.mention(thrown, "fatal alert"))) {
            return Optional.of(
                    new Failure(Reason.TLS_FAILED, "TLS refused by " + peer + ": it asks for a client certificate"));
        }
        boolean closedHere = Causes.mention(thrown, CLOSED_HERE);
        return Causes.first(thrown, SSLException.class)
                .filter(_ -> !broken && !closedHere)
                .map(e -> named(e, peer));
    }

    private static boolean isBroken(IOException thrown) {
        boolean ended = Causes.first(thrown, EOFException.class).isPresent()
                || Causes.first(thrown, SocketException.class).isPresent();
        return ended && !Causes.mention(thrown, CLOSED_HERE);
    }

    private static Failure named(SSLException thrown, String peer) {
        String text = String.valueOf(thrown.getMessage());
        if (text.contains("protocol_version") || text.contains("protocol version")) {
            return new Failure(Reason.TLS_TOO_OLD, peer + " offers no TLS version that is new enough");
        }
        if (text.contains("Unsupported or unrecognized SSL message")) {
            return new Failure(Reason.PROTOCOL, peer + " does not speak TLS");
        }
        Matcher alert = ALERT.matcher(text);
        return alert.find()
                ? new Failure(Reason.TLS_FAILED, "TLS refused by " + peer + " (alert " + alert.group(1) + ")")
                : new Failure(Reason.TLS_FAILED, "TLS with " + peer + " failed (" + Causes.rootMessage(thrown) + ")");
    }
}
