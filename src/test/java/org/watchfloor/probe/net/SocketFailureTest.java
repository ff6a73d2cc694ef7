package org.watchfloor.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Outcome;
import org.watchfloor.model.Reason;

/** What the JDK throws, and what it means. */
class SocketFailureTest {
    private final Deadline deadline = Deadline.in(Duration.ofSeconds(60));

    @Test
    void namesWhatHappensWhileConnecting() {
        assertThat(connecting(new UnknownHostException("name \"x\" not found"))).isEqualTo(Reason.NAME_NOT_FOUND);
        assertThat(connecting(new ConnectException("Connection refused"))).isEqualTo(Reason.REFUSED);
        assertThat(connecting(new NoRouteToHostException("No route to host"))).isEqualTo(Reason.NO_ROUTE);
        assertThat(connecting(new SocketException("Network is unreachable"))).isEqualTo(Reason.NO_ROUTE);
        assertThat(connecting(new ConnectException("Network is unreachable"))).isEqualTo(Reason.NO_ROUTE);
        assertThat(connecting(new SocketException("Permission denied"))).isEqualTo(Reason.NO_ROUTE);
        assertThat(connecting(new SocketTimeoutException("Connect timed out"))).isEqualTo(Reason.CONNECT_TIMEOUT);
        assertThat(connecting(new ConnectException("Connection timed out"))).isEqualTo(Reason.CONNECT_TIMEOUT);
        assertThat(connecting(new SocketException("Connection reset"))).isEqualTo(Reason.CUT_OFF);
        assertThat(connecting(new SocketException("Too many open files"))).isEqualTo(Reason.INTERNAL);
    }

    @Test
    void namesWhatHappensAfterwards() {
        assertThat(of(new EOFException(), Stage.EXCHANGE).reason()).isEqualTo(Reason.CUT_OFF);
        assertThat(of(new InterruptedIOException("timeout"), Stage.EXCHANGE).reason())
                .isEqualTo(Reason.RESPONSE_TIMEOUT);
        assertThat(of(new SocketException("Connection reset"), Stage.HANDSHAKE).message())
                .isEqualTo("connection cut off by peer:1 during the TLS handshake (Connection reset)");
        assertThat(of(new IOException("outer", new SocketTimeoutException()), Stage.HANDSHAKE)
                        .message())
                .isEqualTo("connected to peer:1, but no TLS handshake within 60 s");
    }

    @Test
    void blamesThisMachineForItsOwnLimits() {
        Failure failure = of(new SocketException("Too many open files"), Stage.CONNECTING);

        assertThat(failure.outcome())
                .isEqualTo(new Outcome.Unknown(
                        Reason.INTERNAL, "this machine cannot connect to peer:1: Too many open files"));
    }

    @Test
    void reportsTheAddressThatGotFurthest() {
        Failure unreachable = new Failure(Reason.NO_ROUTE, "a");
        Failure refused = new Failure(Reason.REFUSED, "b");
        Failure expired = new Failure(Reason.TLS_EXPIRED, "c");

        Failure withoutIpv6 = new Failure(Reason.INTERNAL, "d");

        assertThat(Failure.mostTelling(List.of(refused, unreachable))).isEqualTo(refused);
        assertThat(Failure.mostTelling(List.of(withoutIpv6, refused))).isEqualTo(refused);
        assertThat(Failure.mostTelling(List.of(expired, refused, unreachable))).isEqualTo(expired);
    }

    private Reason connecting(IOException thrown) {
        return of(thrown, Stage.CONNECTING).reason();
    }

    private Failure of(IOException thrown, Stage stage) {
        return SocketFailure.of(thrown, stage, "peer:1", deadline);
    }
}
