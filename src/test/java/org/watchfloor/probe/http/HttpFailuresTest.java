package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.watchfloor.probe.net.Looks.assertDown;
import static org.watchfloor.probe.net.Looks.assertUnknown;
import static org.watchfloor.probe.net.Looks.assertUp;
import static org.watchfloor.probe.net.Looks.fact;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.Probe;
import org.watchfloor.probe.net.FullBacklog;
import org.watchfloor.probe.net.Looks;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.net.NameLookup;

/** Each way in which an HTTP service can fail, produced on real sockets. */
class HttpFailuresTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir
    private Path files;

    @Test
    void tellsAnUnknownName() {
        assertDown(
                HttpLooks.look("url: http://nowhere.invalid/", Duration.ofSeconds(5)),
                Reason.NAME_NOT_FOUND,
                "name \"nowhere.invalid\" not found");
    }

    @Test
    void tellsARefusedConnection() throws IOException {
        int port = freePort();

        assertDown(HttpLooks.look(url(port)), Reason.REFUSED, "connection refused by 127.0.0.1:" + port);
    }

    @Test
    void tellsAnUnreachableNetwork() {
        Observation seen = HttpLooks.look("url: http://255.255.255.255/", Duration.ofSeconds(3));

        assumeTrue(Looks.reason(seen) != Reason.CONNECT_TIMEOUT, "this machine drops packets to unreachable networks");
        assertDown(seen, Reason.NO_ROUTE, "no route to 255.255.255.255:80 (");
    }

    @Test
    void tellsAConnectionThatIsNotAnsweredInTime() throws IOException {
        try (FullBacklog deaf = new FullBacklog()) {
            assumeTrue(deaf.isFull(), "this machine never lets a backlog fill up");

            assertDown(
                    HttpLooks.look(url(deaf.port()), SHORT),
                    Reason.CONNECT_TIMEOUT,
                    "no connection to 127.0.0.1:" + deaf.port() + " within 700 ms");
        }
    }

    @Test
    void reachesTheLivingAddressOfANameWhenTheFirstIsDead() throws Exception {
        try (FullBacklog deaf = new FullBacklog();
                ServerSocket second = new ServerSocket()) {
            assumeTrue(deaf.isFull(), "this machine never lets a backlog fill up");
            second.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), deaf.port()));
            NameLookup names = new NameLookup(
                    _ -> List.of(InetAddress.getLoopbackAddress(), InetAddress.ofLiteral("127.0.0.2")), Runnable::run);
            HttpProbeType type = new HttpProbeType(java.time.InstantSource.system(), names);
            try (LoopbackPeer _ = LoopbackPeer.on(second, answering("HTTP/1.1 204 No Content\r\n\r\n"))) {
                Probe probe = type.open(HttpLooks.check("url: http://two.example:" + deaf.port()));

                Observation seen = Looks.run(probe, Duration.ofSeconds(2));

                assertUp(seen);
                assertThat(fact(seen, "remote address")).isEqualTo("127.0.0.2:" + deaf.port());
            }
        }
    }

    @Test
    void tellsAServerThatSaysNothing() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            assertDown(
                    HttpLooks.look(url(peer.port()), SHORT),
                    Reason.RESPONSE_TIMEOUT,
                    "connected to 127.0.0.1:" + peer.port() + ", but no full answer within 700 ms");
        }
    }

    @Test
    void cutsABodyThatDripsWithoutEnd() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> drip(socket, "HTTP/1.1 200 OK\r\n\r\n"))) {
            assertDown(HttpLooks.look(url(peer.port()), SHORT), Reason.RESPONSE_TIMEOUT, "no full answer");
        }
    }

    @Test
    void cutsHeadersThatDripWithoutEnd() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> drip(socket, "HTTP/1.1 200 OK\r\nX: "))) {
            assertDown(HttpLooks.look(url(peer.port()), SHORT), Reason.RESPONSE_TIMEOUT, "no full answer");
        }
    }

    @Test
    void tellsAServerThatClosesWithoutAnAnswer() throws IOException {
        try (LoopbackPeer peer =
                LoopbackPeer.that(socket -> socket.getInputStream().read())) {
            assertDown(
                    HttpLooks.look(url(peer.port())),
                    Reason.CUT_OFF,
                    "connection cut off by 127.0.0.1:" + peer.port() + " without an answer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n"})
    void tellsAHeadWithoutEnd(String beginning) throws IOException {
        String lines = beginning.endsWith("\n") ? "X-Filler: and so on\r\n" : "and so on ";
        try (LoopbackPeer peer = LoopbackPeer.saying(beginning + lines.repeat(100_000))) {
            assertDown(
                    HttpLooks.look(url(peer.port())),
                    Reason.PROTOCOL,
                    "the head of the answer of 127.0.0.1:" + peer.port() + " breaks off, or is larger than 256 KiB");
        }
    }

    @Test
    void tellsAPieceOfABodyThatNeverComes() throws IOException {
        try (LoopbackPeer peer =
                LoopbackPeer.saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")) {
            Observation seen = HttpLooks.look(url(peer.port()));

            assertDown(seen, Reason.CUT_OFF, "connection cut off by 127.0.0.1:" + peer.port());
            assertThat(seen.outcome().message()).doesNotContain("not found");
        }
    }

    @Test
    void tellsABodyThatIsCutShort() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")) {
            assertDown(HttpLooks.look(url(peer.port())), Reason.CUT_OFF, "connection cut off by 127.0.0.1:");
        }
    }

    @Test
    void namesTheStatusRatherThanTheBodyThatBreaksOff() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 10\r\n\r\nabc")) {
            assertDown(HttpLooks.look(url(peer.port())), Reason.STATUS, "HTTP 502 Bad Gateway, expected 200-299");
        }
    }

    @Test
    void tellsAnotherProtocol() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("220 mail.example ESMTP\r\n")) {
            assertDown(HttpLooks.look(url(peer.port())), Reason.PROTOCOL, "does not speak HTTP as it should");
        }
    }

    @Test
    void tellsAPlainServerWhereTlsIsExpected() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertDown(HttpLooks.look("url: https://127.0.0.1:" + peer.port()), Reason.PROTOCOL, "does not speak TLS");
        }
    }

    @Test
    void tellsATlsHandshakeThatNeverComes() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            assertDown(
                    HttpLooks.look("url: https://127.0.0.1:" + peer.port(), SHORT),
                    Reason.RESPONSE_TIMEOUT,
                    "no TLS handshake within 700 ms");
        }
    }

    @Test
    void tellsABodyThatIsTooLarge() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2000))) {
            assertDown(
                    HttpLooks.look(url(peer.port()) + "\nmax-size: 1KiB"),
                    Reason.TOO_LARGE,
                    "body is larger than 1 KiB, the limit of max-size");
        }
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1024))) {
            assertUp(HttpLooks.look(url(peer.port()) + "\nmax-size: 1KiB"));
        }
    }

    @Test
    void tellsRefusedCredentials() throws IOException {
        Path token = Files.writeString(files.resolve("token"), "wrong");
        try (LoopbackPeer peer = LoopbackPeer.saying("HTTP/1.1 401 Unauthorized\r\n\r\n")) {
            assertDown(
                    HttpLooks.look(url(peer.port()) + "\nauth: {bearer: 'file:" + token + "'}"),
                    Reason.AUTH_FAILED,
                    "HTTP 401 Unauthorized: the credentials were not accepted");
            assertDown(HttpLooks.look(url(peer.port())), Reason.STATUS, "HTTP 401 Unauthorized, expected 200-299");
        }
    }

    @Test
    void tellsAProxyThatAsksForCredentials() throws IOException {
        try (LoopbackPeer proxy = LoopbackPeer.saying("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) {
            assertDown(
                    HttpLooks.look("{url: 'http://inside.invalid', proxy: 'http://127.0.0.1:" + proxy.port() + "'}"),
                    Reason.AUTH_FAILED,
                    "the proxy asks for credentials");
            assertDown(
                    HttpLooks.look("{url: 'https://inside.invalid', proxy: 'http://127.0.0.1:" + proxy.port() + "'}"),
                    Reason.AUTH_FAILED,
                    "the proxy asks for credentials");
        }
    }

    @Test
    void tellsAMissingSecret() {
        assertUnknown(
                HttpLooks.look("{url: 'http://127.0.0.1:1', auth: {bearer: '${WATCHFLOOR_TEST_NOT_SET}'}}"),
                Reason.CREDENTIAL_MISSING,
                "credential ${WATCHFLOOR_TEST_NOT_SET} is missing on this machine");
    }

    @Test
    void tellsASecretThatNoHeaderCanCarry() throws IOException {
        Path token = Files.writeString(files.resolve("token"), "bad\u0001token");

        assertUnknown(
                HttpLooks.look("{url: 'http://127.0.0.1:1', auth: {bearer: 'file:" + token + "'}}"),
                Reason.CREDENTIAL_MISSING,
                "is not plain ASCII");
    }

    @Test
    void leavesAtOnceWhenItIsInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (LoopbackPeer peer = LoopbackPeer.that(socket -> {
            socket.getInputStream().read();
            asked.countDown();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        })) {
            Probe probe = HttpLooks.probe(url(peer.port()));
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

            assertThat(get(interrupted)).isTrue();
        }
    }

    private static boolean get(CompletableFuture<Boolean> future) throws Exception {
        try {
            return future.get(5, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static LoopbackPeer.Treatment answering(String answer) {
        return socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        };
    }

    private static void drip(Socket socket, String beginning) throws IOException {
        socket.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
        while (true) {
            socket.getOutputStream().write('x');
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String url(int port) {
        return "url: http://127.0.0.1:" + port + "/";
    }
}
