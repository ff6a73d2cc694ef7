package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.probe.ladder.Descents.PLENTY;
import static org.watchfloor.probe.ladder.Descents.down;
import static org.watchfloor.probe.ladder.Descents.good;
import static org.watchfloor.probe.ladder.Descents.rung;
import static org.watchfloor.probe.ladder.Descents.standings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Rung;
import org.watchfloor.probe.Ladder;
import org.watchfloor.probe.net.LoopbackPeer;
import org.watchfloor.probe.tls.TlsPeers;

/** Each rung of a TCP check broken on real sockets. */
class TcpLadderTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    @TempDir
    private Path files;

    @Test
    void endsAtTheConnectionWhereTheCheckDoes() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            assertThat(standings(down(ladder(on(peer))))).isEqualTo("name ok, route ok, TCP ok");
        }
    }

    @Test
    void findsTheRefusedConnection() throws IOException {
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)); // nobody else gets the port

            List<Rung> rungs = down(ladder(on(deaf.getLocalPort()) + "\nscript: [{expect: '^220 '}]"));

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP broken, answer not reached");
        }
    }

    @Test
    void findsTheWrongAnswer() throws IOException {
        String script = "\nscript: [{expect: '^220 '}]";
        Optional<CheckResult> good;
        try (LoopbackPeer peer = LoopbackPeer.saying("220 mail ready\r\n")) {
            good = good(TcpLooks.probe(on(peer) + script));
        }
        try (LoopbackPeer peer = LoopbackPeer.saying("554 go away\r\n")) {
            List<Rung> rungs = down(ladder(on(peer) + script), PLENTY, good);

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, answer broken");
            assertThat(rung(rungs, "answer").seen()).contains("554 go away");
            assertThat(rung(rungs, "answer").lastGood()).startsWith("answer of 16 B");
        }
    }

    @Test
    void findsTheSilentServer() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.silent()) {
            List<Rung> rungs = down(ladder(on(peer) + "\nscript: [{expect: '^220 '}]"), SHORT, Optional.empty());

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, answer broken");
        }
    }

    @Test
    void findsTheExpiredCertificateAndTheServerThatSpeaksNoTls() throws IOException {
        Path authority = TlsPeers.authorityFile(files);
        String secured = "\ntls: {ca: " + authority + "}\nscript: [{expect: '^220 '}]";
        try (LoopbackPeer expired = TlsPeers.saying(TlsPeers.expired(), "220 ready\r\n");
                LoopbackPeer plain = LoopbackPeer.saying("220 ready\r\n")) {
            List<Rung> old = down(ladder(on(expired) + secured));
            List<Rung> none = down(ladder(on(plain) + secured));

            assertThat(standings(old)).isEqualTo("name ok, route ok, TCP ok, TLS broken, answer not reached");
            assertThat(rung(old, "TLS").seen()).contains("certificate expired");
            assertThat(standings(none)).isEqualTo("name ok, route ok, TCP ok, TLS broken, answer not reached");
        }
    }

    @Test
    void findsTheMailServerThatRefusesToBecomeSecure() throws IOException {
        try (LoopbackPeer peer = LoopbackPeer.saying("220 mail\r\n250 mail\r\n454 not now\r\n")) {
            List<Rung> rungs = down(ladder(on(peer) + "\ntls: {}\nstarttls: smtp"));

            assertThat(standings(rungs)).isEqualTo("name ok, route ok, TCP ok, STARTTLS broken");
        }
    }

    private static Ladder ladder(String yaml) {
        return TcpLooks.TYPE.ladder(TcpLooks.check(yaml)).orElseThrow();
    }

    private static String on(LoopbackPeer peer) {
        return on(peer.port());
    }

    private static String on(int port) {
        return "host: 127.0.0.1\nport: " + port;
    }
}
