package org.watchfloor.probe.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Phase;
import org.watchfloor.model.PoolMeter;
import org.watchfloor.model.Timings;
import org.watchfloor.probe.net.Deadline;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.SocketFailure;
import org.watchfloor.probe.net.Stage;
import org.watchfloor.probe.net.Words;
import org.watchfloor.probe.tls.TlsFailure;

/**
 * Follows one look through all of its redirects: how long each phase took, how far it came, to whom. Confined to the
 * thread of the look, on which the library reports too.
 */
final class HttpTrace extends EventListener {
    private final Deadline deadline;
    private final PoolMeter meter;
    private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
    private final List<Failure> failures = new ArrayList<>();
    private int addresses = 1;
    private Stage stage = Stage.CONNECTING;
    private boolean answered;
    private String peer = "";
    private @Nullable SSLSession session;
    private boolean isFresh;
    private PoolMeter.@Nullable Ask ask;
    private long since;

    HttpTrace(Deadline deadline, PoolMeter meter) {
        this.deadline = deadline;
        this.meter = meter;
    }

    /** A new request, of the first look or of a redirect, is about to begin. */
    void begin(String target) {
        failures.clear();
        stage = Stage.CONNECTING;
        answered = false;
        peer = target;
        session = null;
        since = System.nanoTime();
    }

    /** The library is about to be asked; to be closed when it has answered, or failed. */
    PoolMeter.Ask asking() {
        isFresh = false;
        ask = meter.ask();
        return ask;
    }

    void found(List<InetAddress> found) {
        addresses = Math.max(1, found.size());
    }

    void finished(Phase phase) {
        long now = System.nanoTime();
        phases.merge(phase, Duration.ofNanos(now - since), Duration::plus);
        since = now;
    }

    /** For each address an equal share of what is left, so that a dead one cannot use up the whole. */
    int connectMillis() {
        return deadline.socketMillis(addresses);
    }

    Timings timings() {
        return new Timings(phases);
    }

    /** {@code 127.0.0.1:80}; before a connection, what was to be connected to. */
    String peer() {
        return peer;
    }

    Optional<SSLSession> session() {
        return Optional.ofNullable(session);
    }

    /** The head of the answer is complete. */
    boolean isAnswered() {
        return answered;
    }

    Stage stage() {
        return stage;
    }

    /** The failure that says most if no address could be connected to. */
    Optional<Failure> connectFailure() {
        boolean connected = stage == Stage.EXCHANGE;
        return connected || failures.isEmpty() ? Optional.empty() : Optional.of(Failure.mostTelling(failures));
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        stage = Stage.CONNECTING;
        peer = Words.peer(address);
        since = System.nanoTime();
    }

    @Override
    public void secureConnectStart(Call call) {
        finished(Phase.CONNECT);
        stage = Stage.HANDSHAKE;
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        finished(Phase.TLS);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        isFresh = true;
        if (stage == Stage.CONNECTING) {
            finished(Phase.CONNECT);
        }
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException thrown) {
        failures.add(TlsFailure.of(thrown, peer)
                .or(() -> HttpFailure.ofTunnel(thrown, peer))
                .orElseGet(() -> SocketFailure.of(thrown, stage, peer, deadline)));
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        counted();
        stage = Stage.EXCHANGE;
        Socket socket = connection.socket();
        if (socket.getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            peer = Words.peer(remote);
        }
        if (socket instanceof SSLSocket secure) {
            session = secure.getSession();
        }
    }

    /** An opened connection may turn out not to be needed, when another call has opened one that serves both. */
    private void counted() {
        if (isFresh) {
            isFresh = false;
            meter.created();
        }
        if (ask != null) {
            ask.got();
        }
    }

    @Override
    public void requestHeadersStart(Call call) {
        since = System.nanoTime();
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        since = System.nanoTime();
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        since = System.nanoTime();
    }

    @Override
    public void responseHeadersStart(Call call) {
        finished(Phase.FIRST_BYTE);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
        since = System.nanoTime();
    }
}
