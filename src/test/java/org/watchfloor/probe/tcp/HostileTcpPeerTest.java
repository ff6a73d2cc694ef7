package org.watchfloor.probe.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.model.Observation;
import org.watchfloor.probe.net.LoopbackPeer;

/** Whatever bytes a peer sends, a look ends in time with an observation. */
class HostileTcpPeerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "script: [{expect: '(?<all>(a|b)*)c'}]",
                "tls: {}",
                "starttls: smtp",
                "starttls: imap",
                "starttls: pop3",
                "starttls: ftp",
                "starttls: postgresql",
            })
    void survivesRandomBytes(String more) throws IOException {
        Random random = new Random(4711);
        for (int round = 0; round < 60; round++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            if (round % 3 == 0 && noise.length > 5) {
                System.arraycopy(new byte[] {22, 3, 3, 1, 0}, 0, noise, 0, 5);
            }
            try (LoopbackPeer peer = LoopbackPeer.saying(noise)) {
                Observation seen =
                        TcpLooks.look("host: 127.0.0.1\nport: " + peer.port() + "\n" + more, Duration.ofSeconds(3));

                assertThat(seen.outcome().message()).isNotEmpty().doesNotContain("\n", "\r", "\0");
            }
        }
    }
}
