package org.watchfloor.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Observation;
import org.watchfloor.probe.net.LoopbackPeer;

/** Whatever bytes a peer sends, a look ends in time with an observation. */
class HostileHttpPeerTest {
    private static final int ROUNDS = 60;
    private static final String EXPECTING = "\nexpect: {body-matches: x+y, json: [{pointer: /a/0, is: '> 1'}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999999\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\nContent-Type: text/html; charset=nonsense\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\n\r\n",
                "HTTP/1.1 301 Moved\r\nLocation: http://[::bad/\r\nLocation: \u0001\r\n\r\n",
                "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 99999 x\r\n\r\n",
                "HTTP/1.1 000 \r\n: empty name\r\n\r\n",
            })
    void survivesRandomBytesBehind(String beginning) throws IOException {
        Random random = new Random(4711);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(600)];
            random.nextBytes(noise);
            byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
            byte[] answer = new byte[head.length + noise.length];
            System.arraycopy(head, 0, answer, 0, head.length);
            System.arraycopy(noise, 0, answer, head.length, noise.length);
            try (LoopbackPeer peer = LoopbackPeer.saying(answer)) {
                Observation seen =
                        HttpLooks.look("url: http://127.0.0.1:" + peer.port() + EXPECTING, Duration.ofSeconds(3));

                assertThat(seen.outcome().message()).doesNotContain("\n", "\r", "\0");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\4\0\0\0\0\0", "\0\0\0\4\0\0\0\0\0\0\0\u0004\u0001\0\0\0\0"})
    void survivesRandomHttp2Frames(String beginning) throws IOException {
        Random random = new Random(42);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] head = beginning.getBytes(StandardCharsets.ISO_8859_1);
            byte[] answer = new byte[head.length + noise.length];
            System.arraycopy(head, 0, answer, 0, head.length);
            System.arraycopy(noise, 0, answer, head.length, noise.length);
            try (LoopbackPeer peer = LoopbackPeer.saying(answer)) {
                Observation seen = HttpLooks.look(
                        "{url: 'http://127.0.0.1:" + peer.port() + "', protocol: h2c}", Duration.ofSeconds(3));

                assertThat(seen.outcome().message()).isNotEmpty();
            }
        }
    }
}
