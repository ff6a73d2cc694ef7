package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;
import static org.watchfloor.probe.net.Looks.measured;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.Looks;
import org.watchfloor.probe.net.LoopbackPeer;

/** Connections and scripts against real servers, healthy and failing. */
class TcpProbeTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    @Test
    void connectsOnly() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            Observation seen = TcpLooks.look("{host: localhost, port: " + peer.port() + "}");

            assertUp(seen);
            assertThat(seen.outcome().message()).matches("connected to 127.0.0.1:\\d+ in \\d+ ms");
            assertThat(seen.timings().phases()).containsOnlyKeys(Phase.NAME, Phase.CONNECT);
            assertThat(fact(seen, "remote address")).isEqualTo("127.0.0.1:" + peer.port());
        }
    }

    @Test
    void runsAScriptAndKeepsWhatItCaught() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(TcpProbeTest::redis)) {
            Observation seen = TcpLooks.look(on(peer) + """

                    script:
                      - send: "PING\\r\\n"
                      - expect: '^\\+PONG\\r\\n'
                      - send: "INFO\\r\\n"
                      - expect: 'version:(?<version>\\S+)\\s+connected_clients:(?<connectedClients>\\d+)\\r\\n'
                    """);

            assertUp(seen);
            assertThat(seen.outcome().message()).startsWith("answer as expected from 127.0.0.1:");
            assertThat(fact(seen, "version")).isEqualTo("7.2.4");
            assertThat(measured(seen, "connected_clients")).isEqualTo(17);
            assertThat(fact(seen, "received")).startsWith("+PONG\r\nversion:7.2.4");
            assertThat(measured(seen, "size_bytes")).isEqualTo(44);
            assertThat(seen.timings().phases()).containsKeys(Phase.FIRST_BYTE, Phase.BODY);
        }
    }

    @Test
    void tellsAServerThatSaysNothing() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nscript: [{expect: '^220 '}]", SHORT),
                    Reason.RESPONSE_TIMEOUT,
                    "but no full answer within 700 ms");
        }
    }

    @Test
    void tellsAnotherAnswerFromNone() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            socket.getOutputStream().write("554 go away\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nscript: [{expect: '^220 '}]", SHORT),
                    Reason.EXPECT_MISMATCH,
                    "expected /^220 /, received \"554 go away\"; nothing else came in time");
        }
    }

    @Test
    void tellsAnotherAnswerBeforeTheEnd() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("554 go away\r\n")) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nscript: [{expect: '^220 '}]"),
                    Reason.EXPECT_MISMATCH,
                    "received \"554 go away\"; the peer closed the connection");
        }
    }

    @Test
    void tellsAConnectionThatIsClosedWithoutAWord() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("")) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nscript: [{expect: '^220 '}]"),
                    Reason.CUT_OFF,
                    "the peer closed the connection before it sent what matches /^220 /");
        }
    }

    @Test
    void tellsAConnectionThatIsReset() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        })) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nscript: [{send: hello}, {expect: x}]"),
                    Reason.CUT_OFF,
                    "connection cut off by 127.0.0.1:" + peer.port() + " (Connection reset)");
        }
    }

    @Test
    void tellsAnAnswerThatIsTooLarge() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("x".repeat(5000))) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nmax-size: 1KiB\nscript: [{expect: y}]"),
                    Reason.TOO_LARGE,
                    "the peer sent more than 1 KiB, the limit of max-size");
        }
    }

    @Test
    void cutsAPeerThatDrips() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            while (true) {
                socket.getOutputStream().write('x');
                LockSupport.parkNanos(20_000_000);
            }
        })) {
            assertDown(
                    TcpLooks.look(on(peer) + "\nscript: [{expect: y}]", SHORT),
                    Reason.EXPECT_MISMATCH,
                    "nothing else came in time");
        }
    }

    @Test
    void cutsAPeerThatNeverReads() throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        try (LoopbackPeer peer = LoopbackPeer.that(_ -> await(done))) {
            TcpCheck check = new TcpCheck(
                    "127.0.0.1",
                    peer.port(),
                    java.util.Optional.empty(),
                    StartTls.NONE,
                    java.util.Optional.empty(),
                    List.of(new Step.Send("x".repeat(32 << 20))),
                    1024);

            assertDown(
                    Looks.run(TcpLooks.TYPE.open(check), SHORT),
                    Reason.RESPONSE_TIMEOUT,
                    "no full answer within 700 ms");
        } finally {
            done.countDown();
        }
    }

    @Test
    void leavesAtOnceWhenItIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            socket.getInputStream().read();
            asked.countDown();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            Probe probe = TcpLooks.probe(on(peer) + "\nscript: [{send: x}, {expect: y}]");
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread look = Thread.ofVirtual().start(() -> {
                try {
                    probe.run(Duration.ofSeconds(60));
                    interrupted.complete(false);
                } catch (InterruptedException _) {
                    interrupted.complete(true);
                }
            });
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

            look.interrupt();

            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void redis(Socket socket) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String answer = line.equals("PING") ? "+PONG\r\n" : "version:7.2.4\r\nconnected_clients:17\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String on(LoopbackPeer peer) {
        return "host: 127.0.0.1\nport: " + peer.port();
    }
}
