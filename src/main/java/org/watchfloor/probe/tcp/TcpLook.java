package org.watchfloor.probe.tcp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Fact;
import org.watchfloor.model.Measurement;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Phase;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Dial;
import org.watchfloor.probe.net.DialFailure;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.Interrupts;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.net.SocketFailure;
import org.watchfloor.probe.net.Stage;
import org.watchfloor.probe.net.TextSearch;
import org.watchfloor.probe.net.Watchdog;
import org.watchfloor.probe.net.Words;
import org.watchfloor.probe.tls.CertificateFacts;
import org.watchfloor.probe.tls.ClientKeyRequest;
import org.watchfloor.probe.tls.TlsFailure;

/** One look from the name to the last step of the script. Confined to its thread, used once. */
final class TcpLook {
    private final TcpCheck check;
    private final Optional<SSLSocketFactory> tls;
    private final NameLookup names;
    private final Deadline deadline;
    private final TcpTrace trace = new TcpTrace();
    private final Captures captures = new Captures();
    private final List<Fact> facts = new ArrayList<>();
    private CertificateFacts certificates = new CertificateFacts(List.of());
    private String peer;
    private @Nullable Conversation conversation;
    private @Nullable Expression awaited;

    TcpLook(TcpCheck check, Optional<SSLSocketFactory> tls, NameLookup names, Deadline deadline) {
        this.check = check;
        this.tls = tls;
        this.names = names;
        this.deadline = deadline;
        this.peer = check.host() + ":" + check.port();
    }

    Observation look(Instant now) throws InterruptedException {
        Outcome outcome = outcome();
        List<Measurement> measurements = new ArrayList<>(captures.measurements());
        Conversation spoken = conversation;
        if (spoken != null && spoken.received() > 0) {
            facts.add(new Fact("received", spoken.beginning()));
            measurements.add(new Measurement("size_bytes", spoken.received(), "B"));
        }
        facts.addAll(captures.facts());
        facts.addAll(certificates.facts());
        measurements.addAll(certificates.measurements(now));
        return new Observation(outcome, trace.timings(), measurements, facts);
    }

    private Outcome outcome() throws InterruptedException {
        try (Socket socket = connect()) {
            if (tls.isPresent() || !check.script().isEmpty()) {
                talk(socket);
            }
            return new Outcome.Up(verdict());
        } catch (FailedLook e) {
            return e.failure().outcome();
        } catch (DialFailure e) {
            return e.failure().outcome();
        } catch (IOException e) {
            Interrupts.rethrow();
            return failure(e).outcome();
        }
    }

    private String verdict() {
        String done = check.script().isEmpty() ? "connected to " : "answer as expected from ";
        return done + peer + " in " + Words.time(deadline.budget().minus(deadline.remaining()));
    }

    private Socket connect() throws IOException, InterruptedException {
        ClientKeyRequest.forget();
        var addresses = names.lookup(check.host(), deadline);
        if (!NameLookup.isAddress(check.host())) {
            trace.finished(Phase.NAME);
        }
        Socket socket = new Dial(deadline).connect(addresses, check.port());
        trace.finished(Phase.CONNECT);
        trace.reached(Stage.EXCHANGE);
        peer = Words.peer((InetSocketAddress) socket.getRemoteSocketAddress());
        facts.add(new Fact("remote address", peer));
        return socket;
    }

    private void talk(Socket socket) throws IOException, FailedLook, InterruptedException {
        try (Watchdog _ = Watchdog.over(socket, deadline)) {
            Conversation talk = new Conversation(socket, new TextSearch(deadline), trace, check.maxSize());
            conversation = talk;
            new StartTlsDialog(talk).run(check.startTls());
            try (Closeable _ = secure(socket, talk)) {
                run(talk);
            }
        }
    }

    private Socket secure(Socket socket, Conversation talk) throws IOException {
        if (tls.isEmpty()) {
            return socket;
        }
        trace.reached(Stage.HANDSHAKE);
        String name = check.serverName().orElse(check.host());
        SSLSocket secured = (SSLSocket) tls.get().createSocket(socket, name, check.port(), true);
        secured.startHandshake();
        trace.finished(Phase.TLS);
        trace.reached(Stage.EXCHANGE);
        remember(secured.getSession());
        talk.secured(secured);
        return secured;
    }

    private void remember(SSLSession session) {
        facts.add(new Fact("tls", session.getProtocol() + " " + session.getCipherSuite()));
        certificates = CertificateFacts.of(session);
    }

    private void run(Conversation talk) throws IOException, FailedLook, InterruptedException {
        for (Step step : check.script()) {
            switch (step) {
                case Step.Send(String text) -> talk.send(text);
                case Step.Expect(Expression expression) -> {
                    awaited = expression;
                    captures.add(talk.expect(expression));
                    awaited = null;
                    ClientKeyRequest.forget();
                }
            }
        }
    }

    private Failure failure(IOException thrown) {
        Optional<Failure> secured = TlsFailure.of(thrown, peer);
        if (secured.isPresent()) {
            List<java.security.cert.X509Certificate> chain = TlsFailure.chain(thrown);
            certificates = chain.isEmpty() ? certificates : new CertificateFacts(chain);
            return secured.get();
        }
        return impatience().orElseGet(() -> SocketFailure.of(thrown, trace.stage(), peer, deadline));
    }

    private Optional<Failure> impatience() {
        Conversation talk = conversation;
        Expression expected = awaited;
        return talk == null || expected == null || !deadline.isOver()
                ? Optional.empty()
                : talk.impatience(expected).map(FailedLook::failure);
    }
}
