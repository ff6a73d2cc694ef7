package org.watchfloor.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Collectors;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;

/** Opens sessions: finds the way, logs in at each hop. Stateless; called on threads that may be abandoned. */
final class Dialer {
    private final SshFiles files;
    private final Routes routes;
    private final ThreadFactory threads;

    Dialer(SshFiles files, ThreadFactory threads) {
        this.files = files;
        this.routes = new Routes(files);
        this.threads = threads;
    }

    /** Host and port of each login on the way, not looked up, the target last; empty if the way leads nowhere. */
    List<InetSocketAddress> way(SshTarget target) {
        return routes.to(target).stream()
                .map(hop -> InetSocketAddress.createUnresolved(hop.host(), hop.port()))
                .toList();
    }

    /** What came of dialling. */
    sealed interface Dialled {
        record Connected(SshConnection connection) implements Dialled {}

        record NotConnected(SshResult result) implements Dialled {}
    }

    Dialled dial(SshTarget target, Deadline deadline, Progress progress, Lifeline lifeline) {
        List<Hop> hops = routes.to(target);
        if (hops.isEmpty()) {
            return new Dialled.NotConnected(new SshResult.Failed(
                    Reason.NO_ROUTE, "the ProxyJump of " + target + " leads nowhere", progress.timings()));
        }
        KnownHosts known = KnownHosts.read(target.knownHosts().map(List::of).orElseGet(files::knownHosts));
        Path trustFile = target.knownHosts().orElse(files.pins());
        Proxy transport = new SocketTransport(progress, deadline, lifeline);
        for (int i = 0; i < hops.size(); i++) {
            Hop hop = hops.get(i);
            boolean isLast = i == hops.size() - 1;
            HostKeyCheck check = new HostKeyCheck(known, hop.knownAs(), trustFile);
            Optional<Session> begun = Optional.empty();
            try {
                Session session = session(hop, check, transport);
                begun = Optional.of(session).filter(_ -> isLast);
                lifeline.tie(session::disconnect);
                connect(session);
                if (isLast) {
                    progress.begin(Phase.COMMAND);
                    return new Dialled.Connected(new SshConnection(session, lifeline));
                }
                transport = new TunnelTransport(session, deadline);
            } catch (Credentials.CredentialMissing e) {
                return failed(
                        lifeline,
                        new SshResult.Failed(
                                Reason.CREDENTIAL_MISSING, hop + ": " + e.getMessage(), progress.timings()));
            } catch (JSchException e) {
                progress.end();
                Optional<SshResult> refusal = check.refusal(progress.timings());
                Optional<SshPeer> peer = begun.flatMap(SshPeer::of);
                return failed(
                        lifeline,
                        refusal.orElseGet(() -> Failures.of(hop, e, progress).by(peer)));
            }
        }
        throw new IllegalStateException("a route has a last hop");
    }

    /** JSch breaks on some of what a peer may send instead of saying so. */
    private static void connect(Session session) throws JSchException {
        try {
            session.connect();
        } catch (RuntimeException e) {
            throw new JSchException(e.toString(), e);
        }
    }

    private static Dialled failed(Lifeline lifeline, SshResult result) {
        lifeline.cut();
        return new Dialled.NotConnected(result);
    }

    private Session session(Hop hop, HostKeyCheck check, Proxy transport)
            throws JSchException, Credentials.CredentialMissing {
        Credentials credentials = Credentials.gather(hop, files);
        JSch jsch = new JSch();
        Session session = jsch.getSession(hop.user(), hop.host(), hop.port());
        session.setIdentityRepository(credentials);
        session.setHostKeyRepository(check);
        session.setThreadFactory(threads);
        session.setProxy(transport);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", credentials.methods());
        session.setConfig("server_host_key", withoutCertificates(session.getConfig("server_host_key")));
        credentials.password().ifPresent(session::setPassword);
        return session;
    }

    private static String withoutCertificates(String algorithms) {
        return Arrays.stream(algorithms.split(","))
                .filter(name -> !name.contains("-cert-"))
                .collect(Collectors.joining(","));
    }
}
