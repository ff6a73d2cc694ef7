package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.watchfloor.probe.ladder.Descents.PLENTY;
import static org.watchfloor.probe.ladder.Descents.down;
import static org.watchfloor.probe.ladder.Descents.good;
import static org.watchfloor.probe.ladder.Descents.rung;
import static org.watchfloor.probe.ladder.Descents.standings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Diagnosis;
import org.watchfloor.model.Rung;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.net.NameLookup;
import org.watchfloor.probe.tls.TlsPeers;

/** Each rung of an HTTP check broken on real sockets. */
class HttpLadderTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Executor HERE = Runnable::run;

    @TempDir
    private Path files;

    @Test
    void findsTheNameThatIsGone() {
        List<Rung> rungs = down(ladder("url: http://nowhere.invalid/"));

        assertThat(standings(rungs))
                .isEqualTo("name broken, route not reached, TCP not reached, HTTP not reached, content not reached");
        assertThat(rungs.getFirst().seen()).startsWith("name \"nowhere.invalid\" not found");
    }

    @Test
    void findsThatThisMachineHasNoRoute() throws InterruptedException {
        NameLookup names = new NameLookup(_ -> List.of(InetAddress.ofLiteral("255.255.255.255")), HERE);
        Ladder ladder = ladder(names, "url: http://web-1/");

        List<Rung> rungs = down(ladder);

        assumeTrue(rung(rungs, "route").isBroken(), "this machine has a route to everywhere");
        assertThat(standings(rungs))
                .isEqualTo("name ok, route broken, TCP not reached, HTTP not reached, content not reached");
        assertThat(rung(rungs, "route").seen()).isEqualTo("this machine has no route to 255.255.255.255");
    }

    @Test
    void findsTheRefusedConnectionAndHowLongItTookBefore() throws IOException {
        Optional<CheckResult> good;
        try (LoopbackPeer peer = answering(ANSWER)) {
            good = good(HttpLooks.probe(url(peer.port())));
        }
        int port;
        List<Rung> rungs;
        try (Socket holder = new Socket()) { // does not listen, and nobody else can
            holder.bind(new InetSocketAddress("127.0.0.1", 0));
            port = holder.getLocalPort();
            rungs = down(ladder(url(port)), PLENTY, good);
        }

        assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP broken, HTTP not reached, content not reached");
        assertThat(rung(rungs, "name").seen()).isEqualTo("127.0.0.1 is an address, there is no name to look up");
        assertThat(rung(rungs, "route").seen()).matches("leaves this machine over \\S+ from 127.0.0.1");
        assertThat(rung(rungs, "TCP").seen()).isEqualTo("connection refused by 127.0.0.1:" + port);
        assertThat(rung(rungs, "TCP").lastGood()).matches("connected in \\d+ ms");
    }

    @Test
    void findsTheExpiredCertificateAndShowsTheOneBefore() throws IOException {
        Path authority = TlsPeers.authorityFile(files);
        Optional<CheckResult> good;
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.good(), ANSWER)) {
            good = good(HttpLooks.probe(secured(peer, authority)));
        }
        try (LoopbackPeer peer = TlsPeers.saying(TlsPeers.expired(), ANSWER)) {
            List<Rung> rungs = down(ladder(secured(peer, authority)), PLENTY, good);

            assertThat(standings(rungs))
                    .isEqualTo("name ok, route ok, TCP ok, TLS broken, HTTP not reached, content not reached");
            assertThat(rung(rungs, "TLS").seen()).contains("certificate expired");
            assertThat(rung(rungs, "TLS").lastGood())
                    .matches("certificate CN=good valid until \\d{4}-\\d\\d-\\d\\d in \\d+ ms");
        }
    }

    @Test
    void findsACertificateThatNobodyVouchesFor() throws IOException {
        HeldCertificate lonely = TlsPeers.selfSigned();
        try (LoopbackPeer peer = TlsPeers.saying(lonely, ANSWER)) {
            List<Rung> rungs = down(ladder("url: https://127.0.0.1:" + peer.port()));

            assertThat(rung(rungs, "TLS").isBroken()).isTrue();
            assertThat(rung(rungs, "TLS").seen()).contains("self-signed and not trusted, CN=lonely");
        }
    }

    @Test
    void findsAHandshakeThatNeverEnds() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            List<Rung> rungs = down(ladder("url: https://127.0.0.1:" + peer.port()), SHORT, Optional.empty());

            assertThat(standings(rungs))
                    .isEqualTo("name ok, route ok, TCP ok, TLS broken, HTTP not reached, content not reached");
        }
    }

    @Test
    void findsTheStatusAndShowsTheOneBefore() throws IOException {
        AtomicReference<String> answer = new AtomicReference<>(ANSWER);
        try (LoopbackPeer peer = answering(answer)) {
            Optional<CheckResult> good = good(HttpLooks.probe(url(peer.port())));
            answer.set("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");

            List<Rung> rungs = down(ladder(url(peer.port())), PLENTY, good);

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, HTTP broken, content not reached");
            assertThat(rung(rungs, "HTTP").seen()).contains("503");
            assertThat(rung(rungs, "HTTP").lastGood()).matches("HTTP/1.1 200 OK in \\d+ ms");
        }
    }

    @Test
    void findsTheContentAndSaysNothingOfItsWords() throws IOException {
        AtomicReference<String> answer =
                new AtomicReference<>("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\nall is well\n");
        try (LoopbackPeer peer = answering(answer)) {
            String yaml = url(peer.port()) + "\nexpect: {body-contains: well}";
            Optional<CheckResult> good = good(HttpLooks.probe(yaml));
            answer.set("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\npassword=1234\n");

            List<Rung> rungs = down(ladder(yaml), PLENTY, good);

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, HTTP ok, content broken");
            assertThat(rung(rungs, "content").lastGood()).startsWith("body of 12 B");
            assertThat(text(rungs, good)).doesNotContain("password").doesNotContain("all is well");
        }
    }

    @Test
    void findsWhereASlowAnswerStopped() throws IOException {
        try (LoopbackPeer silent = LoopbackPeer.silent();
                LoopbackPeer stalling = stallingAfterTheHead()) {
            List<Rung> none = down(ladder(url(silent.port())), SHORT, Optional.empty());
            List<Rung> half = down(ladder(url(stalling.port())), SHORT, Optional.empty());

            assertThat(standings(none)).isEqualTo("name ok, route ok, TCP ok, HTTP broken, content not reached");
            assertThat(rung(none, "HTTP").took().orElseThrow()).isGreaterThan(Duration.ofMillis(600));
            assertThat(standings(half)).isEqualTo("name ok, route ok, TCP ok, HTTP ok, content broken");
        }
    }

    @Test
    void findsNothingWhenAllWorksAgain() throws IOException {
        try (LoopbackPeer peer = answering(ANSWER)) {
            Optional<CheckResult> good = good(HttpLooks.probe(url(peer.port())));

            List<Rung> rungs = down(ladder(url(peer.port())), PLENTY, good);

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, HTTP ok, content ok");
            assertThat(text(rungs, good)).startsWith("nothing is broken: all worked when it was tried\n– name ok: ");
        }
    }

    @Test
    void tellsThatTheNameNowMeansAnotherAddress() throws IOException {
        try (LoopbackPeer peer = answering(ANSWER)) {
            AtomicReference<String> address = new AtomicReference<>("127.0.0.1");
            NameLookup names = new NameLookup(_ -> List.of(InetAddress.ofLiteral(address.get())), HERE);
            HttpProbeType type = new HttpProbeType(InstantSource.system(), names);
            String yaml = "url: http://web-1.example:" + peer.port();
            Optional<CheckResult> good = good(type.open(HttpLooks.check(yaml)));
            address.set("127.0.0.9");

            List<Rung> rungs = down(ladder(names, yaml), PLENTY, good);

            assertThat(standings(rungs))
                    .isEqualTo("name changed, route ok, TCP broken, HTTP not reached, content not reached");
            assertThat(text(rungs, good).lines().findFirst().orElseThrow())
                    .startsWith("broken at TCP: connection refused by 127.0.0.9:" + peer.port())
                    .contains(" – name changed: web-1.example is 127.0.0.9")
                    .endsWith("; last good: 127.0.0.1 until 2026-01-05T02:14:00Z");
        }
    }

    @Test
    void tellsWhichOfTwoAddressesIsDead() throws IOException {
        try (LoopbackPeer peer = answering(ANSWER)) {
            NameLookup names = new NameLookup(
                    _ -> List.of(InetAddress.ofLiteral("127.0.0.9"), InetAddress.ofLiteral("127.0.0.1")), HERE);

            List<Rung> rungs = down(ladder(names, "url: http://web-1.example:" + peer.port()));

            assertThat(rung(rungs, "TCP").seen())
                    .isEqualTo("connected to 127.0.0.1:" + peer.port() + ", but connection refused by 127.0.0.9:"
                            + peer.port());
        }
    }

    @Test
    void goesTheWayOfTheCheckOverItsProxy() throws IOException {
        int port = freePort();

        List<Rung> rungs = down(ladder("url: http://nowhere.invalid/\nproxy: http://127.0.0.1:" + port));

        assertThat(rung(rungs, "name").seen()).startsWith("the proxy 127.0.0.1 is an address");
        assertThat(rung(rungs, "TCP").seen()).isEqualTo("connection refused by 127.0.0.1:" + port);
    }

    @Test
    void hidesTheCredentialsOfTheCheck() throws IOException {
        Path token = Files.writeString(files.resolve("token"), "s3cr3t-t0ken");
        try (LoopbackPeer peer = answering("HTTP/1.1 500 s3cr3t-t0ken\r\nContent-Length: 0\r\n\r\n")) {
            List<Rung> rungs = down(ladder(url(peer.port()) + "\nauth: { bearer: \"file:" + token + "\" }"));

            assertThat(rung(rungs, "HTTP").isBroken()).isTrue();
            assertThat(text(rungs, Optional.empty())).doesNotContain("s3cr3t");
        }
    }

    @Test
    void endsAtOnceWhenItIsCalledOff() throws Exception {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            Ladder ladder = ladder(url(peer.port()));
            AtomicReference<String> end = new AtomicReference<>("");
            Thread thread = Thread.ofVirtual().start(() -> {
                try {
                    ladder.descend(Duration.ofSeconds(30), Optional.empty());
                } catch (InterruptedException e) {
                    end.set("called off");
                }
            });
            thread.interrupt();

            assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
            assertThat(end.get()).isEqualTo("called off");
        }
    }

    private static Ladder ladder(String yaml) {
        return HttpLooks.TYPE.ladder(HttpLooks.check(yaml)).orElseThrow();
    }

    private static Ladder ladder(NameLookup names, String yaml) {
        HttpProbeType type = new HttpProbeType(InstantSource.system(), names);
        return type.ladder(HttpLooks.check(yaml)).orElseThrow();
    }

    private static String text(List<Rung> rungs, Optional<CheckResult> good) {
        return new Diagnosis(InstantSource.system().instant(), rungs, good.map(CheckResult::finishedAt), "").text();
    }

    private static String url(int port) {
        return "url: http://127.0.0.1:" + port;
    }

    private static String secured(LoopbackPeer peer, Path authority) {
        return "url: https://127.0.0.1:" + peer.port() + "\ntls: { ca: \"" + authority + "\" }";
    }

    private static LoopbackPeer answering(String answer) throws IOException {
        return answering(new AtomicReference<>(answer));
    }

    private static LoopbackPeer answering(AtomicReference<String> answer) throws IOException {
        return LoopbackPeer.that(socket -> {
            readHead(socket);
            socket.getOutputStream().write(String.valueOf(answer.get()).getBytes(StandardCharsets.UTF_8));
        });
    }

    private static LoopbackPeer stallingAfterTheHead() throws IOException {
        return LoopbackPeer.that(socket -> {
            readHead(socket);
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nha".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        });
    }

    private static void readHead(Socket socket) throws IOException {
        int seen = 0;
        for (int next = socket.getInputStream().read();
                next >= 0 && seen < 4;
                next = socket.getInputStream().read()) {
            seen = next == '\r' || next == '\n' ? seen + 1 : 0;
            if (seen == 4) {
                return;
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
